/*
 * In production, most of a page's text is in its HTML and not in its script. If the browser loads the
 * page, the text is there. If a link leads to the page without loading a new document, its HTML is
 * fetched, and the text is taken from that.
 */

import { addRoute } from "./next-routes"

/** The HTML of each block by its `data-html`, by the page's path. */
const known = new Map<string, Map<string, string>>()
const loading = new Map<string, Promise<void>>()

const blocksOf = (root: ParentNode) =>
  new Map(
    Array.from(root.querySelectorAll<HTMLElement>("[data-html]"), (block) => [
      block.dataset.html ?? "",
      block.innerHTML,
    ]),
  )

/** Stores the text of the page that the browser has loaded, for when the reader returns to it. */
export function rememberHtml(path: string): void {
  if (!known.has(path)) known.set(path, blocksOf(document))
}

/**
 * The HTML of one block of a page, or `undefined` if it hasn't been loaded.
 *
 * @param block The number of a block of text, or the name of a picture.
 */
export const knownHtml = (path: string, block: number | string): string | undefined =>
  known.get(path)?.get(String(block))

/**
 * Loads the text of a page, once.
 *
 * @throws {Error} If it can't be loaded. Call it again to retry.
 */
export async function loadHtml(path: string): Promise<void> {
  if (known.has(path)) return
  const started = loading.get(path) ?? fetchHtml(path).finally(() => loading.delete(path))
  loading.set(path, started)
  await started
}

async function fetchHtml(path: string): Promise<void> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`)
  const page = new DOMParser().parseFromString(await response.text(), "text/html")
  known.set(path, blocksOf(page))
  addRoute(path, page)
}
