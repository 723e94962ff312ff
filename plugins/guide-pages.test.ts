import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { root } from "../scripts/root"
import { guidePages } from "./guide-pages.mjs"

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "guide-pages-"))
  await mkdir(join(folder, "pages/sub"), { recursive: true })
  const write = (path: string, text: string) => writeFile(join(folder, "pages", path), text)
  await write(
    "_meta.js",
    `module.exports = { s: { type: "separator", title: "Section" }, sub: "Above", index: "Front",
      404: { display: "hidden" } }`,
  )
  await write("sub/_meta.js", `module.exports = { index: "First", last: "Last" }`)
  await write(
    "index.mdx",
    '---\ntitle: "A \\"quoted\\" title: with a colon"\ndescription: D\n---\n\n# Front\n',
  )
  await write("sub/index.mdx", "---\ndescription: D\ntitle: First\n---\n")
  await write("sub/last.mdx", "---\ntitle: Last\ndescription: D\n---\n\ntitle: not this one\n")
  await write("404.mdx", "---\ntitle: Not found\n---\n")
})

afterEach(() => rm(folder, { recursive: true }))

test("pages are listed in the order of the menu, each with its section", async () => {
  // The folder is in no repository, so there are no dates.
  expect(await guidePages(folder)).toEqual([
    { address: "/sub", title: "First", description: "D", section: "Section · Above" },
    { address: "/sub/last", title: "Last", description: "D", section: "Section · Above" },
    { address: "/", title: 'A "quoted" title: with a colon', description: "D", section: "Section" },
  ])
})

test("a page without a title fails", async () => {
  await writeFile(join(folder, "pages/sub/last.mdx"), "# Last\n")
  await expect(guidePages(folder)).rejects.toThrow("pages/sub/last.mdx needs a title")
})

test("all pages of the guide are listed, with a section and a date", async () => {
  const pages = await guidePages(root)
  const files = await readdir(join(root, "pages"), { recursive: true })
  const addresses = files
    .filter((file) => file.endsWith(".mdx") && !/^(404|500)\.mdx$/.test(file))
    .map((file) => `/${file.replace(/(^|\/)index\.mdx$|\.mdx$/, "")}`)
  expect(pages.map(({ address }) => address).sort()).toEqual(addresses.sort())
  for (const { section } of pages) expect(section).toMatch(/^\w/)
})

test("a folder without an order has its index first, and then its files by their names", async () => {
  await rm(join(folder, "pages/sub/_meta.js"))
  await writeFile(join(folder, "pages/sub/a.mdx"), "---\ntitle: A\ndescription: D\n---\n")
  const addresses = (await guidePages(folder)).map(({ address }) => address)
  expect(addresses).toEqual(["/sub", "/sub/a", "/sub/last", "/"])
})
