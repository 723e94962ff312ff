import { join } from "node:path"
import { expect, test } from "vitest"
import { groupPages, pagesOf } from "../../components/theme/guide-groups"
import meta from "../../pages/_meta.js"
import { root } from "../../scripts/root"
import { pageMapOf } from "./page-map.mjs"
import { pagePaths } from "./page-markdown.mjs"

test("has every page, in the groups and the order of the menu", async () => {
  const pages = pagePaths(root).map((path) => {
    const address = `/${path.replace(/^pages\/|(\/?index)?\.mdx$/g, "")}`
    return { path, address, title: path }
  })
  const pageMap = await pageMapOf(root, pages, (file) => import(file))
  const groups = groupPages(pageMap as Parameters<typeof groupPages>[0])

  const listed = groups.flatMap((group) => pagesOf([group]))
  expect(listed.map(({ address }) => address).sort()).toEqual(
    pages.map(({ address }) => address).sort(),
  )
  const titles = Object.entries(meta as Record<string, unknown>)
    .filter(([name]) => pages.some(({ address }) => address === `/${name.replace("index", "")}`))
    .map(([, title]) => title)
  expect(listed.map(({ title }) => title).filter((title) => titles.includes(title))).toEqual(titles)
  expect(listed.map(({ address }) => address)).toContain("/database/from-scratch")
})

test("names the folders that have an order of their own", async () => {
  const loaded: string[] = []
  const load = async (file: string) => {
    loaded.push(file)
    return { default: {} }
  }
  await pageMapOf(root, [{ path: "pages/database/notes.mdx", address: "/d", title: "D" }], load)
  expect(loaded.sort()).toEqual(
    ["pages/_meta.js", "pages/database/_meta.js"].map((path) => join(root, path)),
  )
})
