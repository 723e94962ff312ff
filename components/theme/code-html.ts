/*
 * In production the code of a page is in its HTML and not in its script. A page that the browser loads
 * has it. For one that a link leads to within the document, its HTML is loaded too, and the code taken
 * from there.
 */

/** The HTML of each block of code by its `data-code-block`, by the page's path. */
const known = new Map<string, Map<string, string>>()
const loading = new Map<string, Promise<void>>()

const blocksOf = (root: ParentNode) =>
  new Map(
    Array.from(root.querySelectorAll<HTMLElement>("[data-code-block]"), (block) => [
      block.dataset.codeBlock ?? "",
      block.querySelector("pre")?.innerHTML ?? "",
    ]),
  )

/** Remembers the code of the page that the browser has loaded, for when the reader comes back to it. */
export function rememberCode(path: string): void {
  if (!known.has(path)) known.set(path, blocksOf(document))
}

/** The HTML of one block of code in a page, where it is known. */
export const codeHtml = (path: string, index: number): string | undefined =>
  known.get(path)?.get(String(index))

/**
 * Loads the code of a page, once.
 *
 * @throws {Error} When it can't be loaded. It can be asked for again.
 */
export async function loadCode(path: string): Promise<void> {
  if (known.has(path)) return
  const started = loading.get(path) ?? fetchCode(path).finally(() => loading.delete(path))
  loading.set(path, started)
  await started
}

async function fetchCode(path: string): Promise<void> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`)
  const page = new DOMParser().parseFromString(await response.text(), "text/html")
  known.set(path, blocksOf(page))
}
