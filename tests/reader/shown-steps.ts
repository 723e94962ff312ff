import type { Page } from "@playwright/test"
import type { Instruction } from "./instructions"

/**
 * What an open page tells its reader to do, in its order, without its lists of files. As
 * `readInstructions()` reads it, but without pressing the copy buttons, which takes long.
 */
export const shownSteps = (page: Page): Promise<Instruction[]> =>
  page.getByRole("main").evaluate((main) => {
    const marks = "[data-command], [data-file], [data-append], [data-edit], [data-expect]"
    return [...main.querySelectorAll<HTMLElement>(marks)]
      .filter((element) => element.getClientRects().length > 0)
      .map((element): Instruction => {
        const { command, file, fileIfTaken, append, edit, background } = element.dataset
        const text = element.querySelector("pre code")?.textContent ?? ""
        if (command !== undefined)
          return { kind: "command", text, background: background !== undefined }
        if (file !== undefined) return { kind: "file", path: file, ifTaken: fileIfTaken, text }
        if (append !== undefined) return { kind: "append", path: append, text }
        return edit === undefined
          ? { kind: "expect", text }
          : { kind: "edit", path: edit, diff: text }
      })
  })
