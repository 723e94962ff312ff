import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Locator, Page } from "@playwright/test"
import { root } from "../../scripts/root"
import { expect, test } from "../fixtures"
import { fencesOf, guidePages, sourceOf } from "./guide-pages"

/** The fences of a page that name a file: in its source, independently of the loader. */
const quotationsOf = (name: string) =>
  fencesOf(sourceOf(name)).flatMap(({ meta }) => {
    const [, file, , region] = /\sfile="([^"#]+)(#([^"]+))?"/.exec(meta) ?? []
    return file ? [{ file, region }] : []
  })

/** Whether a text is the declaration of a name: whole lines of the file, and among them its first. */
function isRegion(text: string, file: string, region: string): boolean {
  const declared = new RegExp(
    `^(export )?(default )?(async )?(const|let|function|class|type|interface|model|datasource|generator)\\b[^=]*\\b${region}\\b|^export default`,
    "m",
  )
  return `\n${file}\n`.includes(`\n${text}\n`) && text !== file && declared.test(text)
}

/** Chooses the tab that a block stands in, where it does. */
async function reveal(page: Page, block: Locator) {
  const panel = block.locator("xpath=ancestor::*[@role='tabpanel']")
  if ((await panel.count()) === 0 || (await panel.isVisible())) return
  await page.locator(`[id="${await panel.getAttribute("aria-labelledby")}"]`).click()
}

/** The blocks of code in a page, each with the name in its bar. */
const read = (blocks: Locator) =>
  blocks.evaluateAll((all) =>
    all.map((block) => ({
      path: block.querySelector(":scope > :not(pre) > span")?.textContent,
      text: block.querySelector("pre code")?.textContent ?? "",
    })),
  )

test("the guide quotes the starter", () => {
  expect(guidePages.flatMap(({ name }) => quotationsOf(name)).length).toBeGreaterThan(0)
})

for (const { name, address } of guidePages) {
  const quotations = quotationsOf(name)
  if (quotations.length)
    test(`${address} shows quoted code as it is in its file, and copies it as it shows it`, async ({
      page,
      context,
    }) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"])
      await page.goto(address)
      const blocks = page.locator("div.nextra-code")
      const shown = await read(blocks)
      const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
      for (const { file, region } of quotations) {
        const source = readFileSync(join(root, file), "utf8").replace(/\n$/, "")
        const path = file
          .replace(/^demo\/starter\/(variants\/[^/]+\/)?/, "")
          .replace(/^prisma\/[^/]+/, "prisma")
        const reference = region ? `${file}#${region}` : file
        const index = shown.findIndex(
          (block) =>
            block.path === path &&
            (region ? isRegion(block.text, source, region) : block.text === source),
        )
        const among = shown.map(({ path, text }) => `${path}:\n${text}`).join("\n---\n")
        expect(index, `${reference} is among:\n${among}`).toBeGreaterThanOrEqual(0)

        await page.evaluate(() => navigator.clipboard.writeText("nothing copied"))
        await reveal(page, blocks.nth(index))
        await blocks.nth(index).getByTitle("Copy code").click()
        await expect.poll(clipboard, reference).toBe(shown[index]?.text)
      }
    })
}
