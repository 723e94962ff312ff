import { createStore } from "../../../components/create-store"

/** What the panel shows on demand. */
export type PanelSection = "timeline" | "rows" | "browser"

/** Their headings, in order: the prose of the pages names them. */
export const sectionHeadings: Record<PanelSection, string> = {
  timeline: "What happened, byte by byte",
  rows: "Your rows in the database",
  browser: "What this browser can do",
}

/**
 * The sections that are open. They stay so when the panel's script takes the place of what the page
 * began with, and from page to page.
 */
export const openSections = createStore<readonly PanelSection[]>(() => [])

/** Notes that a section was opened or closed. */
export function noteSection(section: PanelSection, isOpen: boolean): void {
  const before = openSections.get()
  if (before.includes(section) === isOpen) return
  openSections.set(isOpen ? [...before, section] : before.filter((one) => one !== section))
}
