import { test, type Page } from "@playwright/test"
import { readInstructions, type Instruction } from "./instructions"
import type { Reader } from "./reader"

/** A page, or those of its sections that concern a reader, by their headings. */
export type PageSections = { page: string; sections?: string[] }

/**
 * Follows sections of a page, with a reader's choices.
 *
 * @param choices As in `database=postgresql&packageManager=pnpm`.
 * @param take    Takes something out of the page before it is read.
 */
export async function followSections(
  page: Page,
  { page: address, sections }: PageSections,
  choices: string,
  reader: Reader,
  take?: (page: Page) => Promise<void>,
) {
  await page.goto(`${address}?${choices}`)
  await take?.(page)
  const instructions = await readInstructions(page, { sections })
  await reader.openPage()
  for (const instruction of instructions)
    await test.step(`${address}: ${titleOf(instruction)}`, () => reader.follow(instruction))
}

/** What an instruction is called in the list of a test's steps. */
export const titleOf = (instruction: Instruction) =>
  [
    instruction.kind,
    "path" in instruction && instruction.path,
    instruction.kind === "command" && instruction.text,
  ]
    .filter(Boolean)
    .join(" ")
