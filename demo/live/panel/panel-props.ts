import type { ButtonAction } from "./first-buttons"

/** What the reader did in the panel before its script was loaded. */
export type Early = { action?: ButtonAction; name?: string }

export type PanelProps = {
  /** The element of the current page that the panel is shown in. */
  container: HTMLElement
  /** Where the page shows parts of the reader's own app, by name. */
  parts: Readonly<Record<string, HTMLElement>>
  /** Read when the panel begins. */
  early: Early
}
