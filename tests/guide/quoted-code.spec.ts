import type { Locator, Page } from "@playwright/test"
import { choices } from "../../components/choices"
import { expect, test } from "../support/fixtures"
import { guidePages } from "./guide-pages"
import { isQuoted, quotationsOf, readersPathOf, type Quotation } from "./quotations"

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

// A browser with a window lets a reader's click copy. One without asks nobody, and refuses.
test.use({ permissions: ["clipboard-write"] })

test("the guide quotes the starter", () => {
  expect(guidePages.flatMap(({ name }) => quotationsOf(name)).length).toBeGreaterThan(0)
})

for (const { name, address } of guidePages) {
  const quotations = quotationsOf(name)
  if (quotations.length)
    test(`${address} shows quoted code as it is in its file, and copies it so`, async ({
      page,
    }) => {
      test.setTimeout(20_000 + quotations.length * 5_000)
      await page.goto(address)
      const blocks = page.locator("[data-code-block]")
      for (const quotation of quotations) {
        await choose(page, quotation)
        const found = await read(blocks)
        const path = readersPathOf(quotation)
        const index = found.findIndex(
          (block) => block.shows && block.path === path && isQuoted(block.text, quotation),
        )
        const among = found.map(({ path, text }) => `${path}:\n${text}`).join("\n---\n")
        const reference = `${quotation.file}#${quotation.region ?? ""}`
        expect(index, `${reference} is among:\n${among}`).toBeGreaterThanOrEqual(0)

        await blocks.nth(index).getByRole("button", { name: "Copy code" }).click()
        await expect.poll(() => paste(page), reference).toBe(found[index]?.text)
      }
    })
}
