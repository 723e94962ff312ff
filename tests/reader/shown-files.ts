import type { Page } from "@playwright/test"
import { applyEdit } from "./apply-edit"

/** Files by their paths in the reader's app. */
export type Files = Map<string, string>

/** What an open page shows of files, for the choices that it is shown for. */
const shownOn = (page: Page) =>
  page.getByRole("main").evaluate((main) =>
    [...main.querySelectorAll<HTMLElement>("[data-file], [data-edit]")]
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => ({
        path: element.dataset.file ?? element.dataset.edit ?? "",
        text: element.querySelector("pre code")?.textContent ?? "",
        isEdit: element.dataset.edit !== undefined,
      })),
  )

/**
 * The files that a reader has after an open page who had others before it: those that the page shows
 * whole, and those of before as it changes them. What only `create-next-app` writes is not among them,
 * whether the page changes it or not.
 *
 * @returns All files, and the paths of those that the page shows or changes.
 */
export async function filesAfter(page: Page, before: Files) {
  const files: Files = new Map(before)
  const changed = new Set<string>()
  for (const { path, text, isEdit } of await shownOn(page)) {
    const old = files.get(path)
    if (isEdit && old === undefined) continue
    files.set(path, isEdit ? applyEdit(old ?? "", text) : `${text}\n`)
    changed.add(path)
  }
  return { files, changed: [...changed] }
}
