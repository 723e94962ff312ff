import { expect, type Page } from "@playwright/test"

/**
 * The code that a section of an open page only explains, for a reader who does in words what it says:
 * which file it is for stands in the sentence before it, or is for their app to decide.
 *
 * @param heading The section's.
 * @param first   What the code begins with.
 */
export async function explainedCode(page: Page, heading: string, first: string): Promise<string> {
  const texts = await page.getByRole("main").evaluate((main, heading) => {
    let title = ""
    const texts: string[] = []
    for (const element of main.querySelectorAll<HTMLElement>("h2, h3, [data-explained]"))
      if (element.dataset.explained === undefined) title = element.textContent.trim()
      else if (title === heading && element.getClientRects().length > 0)
        texts.push(element.querySelector("pre code")?.textContent ?? "")
    return texts
  }, heading)
  const found = texts.filter((text) => text.startsWith(first))
  expect(found, `${heading}: ${first}`).toHaveLength(1)
  return found[0] ?? ""
}

/** The changes of a diff that leaves out lines between them, as `…`. */
export const changesOf = (diff: string): string[] => diff.split(/^ …\n/m)
