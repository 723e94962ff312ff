import type { Page } from "@playwright/test"
import { applyEdit } from "./apply-edit"

/** Files by their paths in the reader's app. */
export type Files = Map<string, string>

/** What an open page shows of files, for the choices that it is shown for. */
const shownOn = (page: Page) =>
  page.getByRole("main").evaluate((main) =>
    [...main.querySelectorAll<HTMLElement>("[data-file], [data-append], [data-edit]")]
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => ({
        path: element.dataset.file ?? element.dataset.append ?? element.dataset.edit ?? "",
        text: element.querySelector("pre code")?.textContent ?? "",
        isWhole: element.dataset.file !== undefined,
        isAppended: element.dataset.append !== undefined,
      })),
  )

/**
 * The files that a reader has after an open page who had others before it: those that the page shows
 * whole, and those of before as it changes them. What only `create-next-app` writes is not among them,
 * whether the page changes it or not.
 *
 * @param without A text: edits that have it are not made.
 * @returns All files, and the paths of those that the page shows or changes.
 */
export async function filesAfter(page: Page, before: Files, without?: string) {
  const files: Files = new Map(before)
  const changed = new Set<string>()
  for (const { path, text, isWhole, isAppended } of await shownOn(page)) {
    const old = files.get(path)
    if (isWhole) files.set(path, `${text}\n`)
    else if (old === undefined || (without && text.includes(without))) continue
    else files.set(path, isAppended ? `${old}\n${text}\n` : applyEdit(old, text))
    changed.add(path)
  }
  return { files, changed: [...changed] }
}
