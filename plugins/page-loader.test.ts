import { join } from "node:path"
import { beforeAll, expect, test } from "vitest"
import { root } from "../scripts/root"
import pageLoader from "./page-loader.mjs"

const options = {
  isPageImport: true,
  theme: "./theme",
  locales: [""],
  search: true,
  defaultShowCopyCode: true,
  codeHighlight: false,
}

/** Compiles a page as one of webpack's compilers does. */
async function compile(path: string, source: string) {
  const buildInfo: { nextraSearch?: { title: string } } = {}
  let reads = 0
  const code = await new Promise<string>((resolve, reject) =>
    pageLoader.call(
      {
        resourcePath: join(root, "pages", path),
        async: () => (error: unknown, code?: string) => (error ? reject(error) : resolve(code!)),
        _module: { buildInfo },
        getOptions() {
          reads++
          return options
        },
      } as never,
      source,
    ),
  )
  return { code, search: buildInfo.nextraSearch, reads }
}

// Nextra and what it imports are loaded then.
beforeAll(() => compile("first.mdx", "# First"), 60_000)

test("a page is compiled once for both compilations, and both get all of it", async () => {
  const [server, browser] = await Promise.all([
    compile("twice.mdx", "# Twice"),
    compile("twice.mdx", "# Twice"),
  ])
  expect(server.reads + browser.reads).toBe(1)
  expect(server.code).toContain("Twice")
  expect(browser.code).toBe(server.code)
  expect(browser.search).toEqual(server.search)
  expect(browser.search?.title).toBe("Twice")
})

test("a changed page is compiled again", async () => {
  await compile("changed.mdx", "# Before")
  expect((await compile("changed.mdx", "# After")).code).toContain("After")
})

test("a page that failed is compiled again, also if it's the same", async () => {
  const broken = () => compile("broken.mdx", "<Open>")
  await expect(broken()).rejects.toThrow("Open")
  await expect(broken()).rejects.toThrow("Open")
})
