import { expect, type Locator, type Page } from "@playwright/test"
import { choices } from "../../components/choices"
import { isQuoted, readersPathOf, type Quotation } from "./quotations"

/** The blocks of code in a page, each with the name in its bar, and whether it shows. */
const read = (blocks: Locator) =>
  blocks.evaluateAll((all) =>
    all.map((block) => ({
      path: block.querySelector(":scope > :not(pre) > span")?.textContent,
      text: block.querySelector("pre code")?.textContent ?? "",
      shows: block.getClientRects().length > 0,
    })),
  )

/** Pastes what is in the clipboard, as a reader does. */
async function paste(page: Page) {
  const field = page.locator("textarea#paste-here")
  if ((await field.count()) === 0)
    await page.evaluate(() => {
      const textarea = document.createElement("textarea")
      textarea.id = "paste-here"
      document.body.prepend(textarea)
    })
  await field.fill("")
  await field.press("ControlOrMeta+V")
  return field.inputValue()
}

/** Chooses what a quotation is shown for. */
async function choose(page: Page, { choice }: Quotation) {
  if (!choice) return
  const chooser = page.locator(".chooser")
  await chooser.getByLabel(choices[choice.name].label).selectOption(choice.value)
}

const softly = expect.configure({ soft: true })

/** Expects an open page to show quoted code as it is in its file, and to copy it so. */
export async function expectQuotations(page: Page, quotations: Quotation[]) {
  // A browser with a window lets a reader's click copy. One without asks nobody, and refuses.
  await page.context().grantPermissions(["clipboard-write"])
  const blocks = page.locator(".code-block")
  const choiceOf = ({ choice }: Quotation) => JSON.stringify(choice) ?? ""
  // Together what is shown for the same choice, so that each is made once.
  const sorted = [...quotations].sort((one, other) => choiceOf(one).localeCompare(choiceOf(other)))
  let found: Awaited<ReturnType<typeof read>> = []
  for (const [position, quotation] of sorted.entries()) {
    const before = sorted[position - 1]
    if (!before || choiceOf(before) !== choiceOf(quotation)) {
      await choose(page, quotation)
      found = await read(blocks)
    }
    const path = readersPathOf(quotation)
    const index = found.findIndex(
      (block) => block.shows && block.path === path && isQuoted(block.text, quotation),
    )
    const among = found.map(({ path, text }) => `${path}:\n${text}`).join("\n---\n")
    const reference = `${quotation.file}#${quotation.region ?? ""}`
    softly(index, `${reference} is among:\n${among}`).toBeGreaterThanOrEqual(0)
    if (index < 0) continue

    await blocks.nth(index).getByRole("button", { name: "Copy code" }).click()
    await softly.poll(() => paste(page), reference).toBe(found[index]?.text)
  }
}
