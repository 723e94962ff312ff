/** Where this browser keeps the pages that the reader has done: their addresses, separated by spaces. */
export const doneKey = "done-pages"

/** `<html>` has them too, for the style sheets. */
export const doneAttribute = "data-done"

/** Runs in the page's head, so that ticks are there at the first paint. */
export const donePagesScript = `try{var p=localStorage.getItem("${doneKey}");if(p)document.documentElement.setAttribute("${doneAttribute}",p)}catch(e){}`

/**
 * The rule for elements that show whether a page is done: `--if-done` and `--if-not-done` are values for
 * their `display`.
 *
 * @param selectors What each page has of such elements, by its address.
 */
export const doneStyles = (selectors: [address: string, selector: string][]): string =>
  selectors.map(([address, selector]) => `[${doneAttribute}~="${address}"] ${selector}`).join() +
  "{--if-done:grid;--if-not-done:none}"
