/** What Next.js loads for each page, by the page's path. Every page has it. */
type Routes = { sortedPages: string[] } & Record<string, string[] | undefined>

/** `undefined` in the first moments of a visit. */
const routes = () => (window as { __BUILD_MANIFEST?: Routes }).__BUILD_MANIFEST

/** Whether Next's router can go to a page. The list leaves some pages out to be short. */
export const isRoute = (path: string): boolean => routes()?.[path] !== undefined

/**
 * Enters a page into Next's list.
 *
 * @param page Its HTML, which names what it loads.
 */
export function addRoute(path: string, page: Document): void {
  const known = routes()
  if (!known || known[path]) return
  const files = page.querySelectorAll("script[src*='/chunks/pages/'], link[data-n-p]")
  const paths = Array.from(files, (file) => file.getAttribute("src") ?? file.getAttribute("href"))
  known[path] = paths.flatMap((file) =>
    file && !file.includes("/pages/_app-") ? [file.replace(/^\/_next\//, "")] : [],
  )
  known.sortedPages.push(path)
}
