import { expect, type Locator, type Page } from "@playwright/test"

/** What a page tells its reader to do, as the page shows it. */
export type Instruction =
  | { kind: "command"; text: string; background: boolean }
  | { kind: "file"; path: string; text: string; ifTaken?: string | undefined }
  | { kind: "append"; path: string; text: string }
  | { kind: "edit"; path: string; diff: string }
  | { kind: "expect"; text: string }
  | { kind: "files"; paths: string[] }

const marks =
  "[data-command], [data-file], [data-append], [data-edit], [data-expect], [data-files], [data-explained]"

/**
 * Reads what an open page tells its reader to do, in its order. What is copied is read from the
 * clipboard after pressing the copy button, and what only shows is read as it shows.
 *
 * @param options.sections Reads only what stands under these headings, or under a heading below them.
 * @throws {Error} When the page shows code that is neither a step nor marked as explained, or when it
 *   has no such heading.
 */
export async function readInstructions(
  page: Page,
  options: { sections?: string[] } = {},
): Promise<Instruction[]> {
  if (options.sections) await keepSections(page, options.sections)
  const main = page.getByRole("main")
  const unmarked = main.locator(`pre:not(:is(${marks}) pre)`).filter({ visible: true })
  expect(await unmarked.allInnerTexts(), "code without a mark").toEqual([])
  const editor = await page.context().newPage()
  await editor.setContent("<textarea></textarea>")
  const instructions: Instruction[] = []
  for (const element of await main.locator(marks).filter({ visible: true }).all()) {
    const instruction = await readInstruction(page, element, editor)
    if (instruction) instructions.push(instruction)
  }
  await editor.close()
  return instructions
}

/** Hides the marks of the other sections. */
async function keepSections(page: Page, sections: string[]) {
  const missing = await page.getByRole("main").evaluate(
    (main, { sections, marks }) => {
      const found = new Set<string>()
      let path: { level: number; title: string }[] = []
      for (const element of main.querySelectorAll<HTMLElement>(`h1, h2, h3, h4, ${marks}`)) {
        const [, level] = /^H(\d)$/.exec(element.tagName) ?? []
        if (level) {
          const title = element.textContent.trim()
          path = [
            ...path.filter((above) => above.level < Number(level)),
            { level: Number(level), title },
          ]
          if (sections.includes(title)) found.add(title)
        } else if (!path.some(({ title }) => sections.includes(title))) element.hidden = true
      }
      return sections.filter((title) => !found.has(title))
    },
    { sections, marks },
  )
  expect(missing, "headings that the page lacks").toEqual([])
}

async function readInstruction(
  page: Page,
  element: Locator,
  editor: Page,
): Promise<Instruction | undefined> {
  const { command, file, fileIfTaken, append, edit, files, explained, background } =
    await element.evaluate((marked: HTMLElement) => ({ ...marked.dataset }))
  if (explained !== undefined) return undefined
  if (files !== undefined) {
    const items = await element.getByRole("listitem").locator("code").allInnerTexts()
    return { kind: "files", paths: items }
  }
  if (command !== undefined)
    return {
      kind: "command",
      text: await copy(page, element, editor),
      background: background !== undefined,
    }
  if (file !== undefined)
    return {
      kind: "file",
      path: file,
      ifTaken: fileIfTaken,
      text: await copy(page, element, editor),
    }
  if (append !== undefined)
    return { kind: "append", path: append, text: await copy(page, element, editor) }
  const text = (await element.locator("pre code").textContent()) ?? ""
  return edit === undefined ? { kind: "expect", text } : { kind: "edit", path: edit, diff: text }
}

/**
 * Presses the copy button of a block of code, and pastes into another tab: a page of the guide may
 * not read the clipboard.
 */
async function copy(page: Page, element: Locator, editor: Page): Promise<string> {
  await page.bringToFront()
  await page.evaluate(() => navigator.clipboard.writeText(""))
  await element.getByRole("button", { name: "Copy code" }).click()
  await editor.bringToFront()
  const field = editor.locator("textarea")
  await expect(async () => {
    await field.fill("")
    await field.press("ControlOrMeta+V")
    expect(await field.inputValue()).not.toBe("")
  }).toPass({ timeout: 5_000 })
  return field.inputValue()
}

/** How much a page asks of its reader. */
export function countsOf(instructions: Instruction[]) {
  const files = instructions.filter(({ kind }) => kind === "file")
  const lines = files.flatMap((file) => ("text" in file ? file.text.split("\n") : []))
  return {
    files: files.length,
    lines: lines.filter((line) => line.trim()).length,
    commands: instructions
      .flatMap((one) => (one.kind === "command" ? one.text.split("\n") : []))
      .filter((line) => line.trim()).length,
  }
}
