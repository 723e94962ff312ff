import { readdirSync, readFileSync } from "node:fs"
import { join, relative } from "node:path"
import { expect, test } from "vitest"
import { errorPages } from "../../plugins/errors/error-page.mjs"
import { root } from "../../scripts/root"

const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll("\\", "/"))
    .filter((file) => !/(^|\/)(node_modules|generated|\.next)\//.test(file))

const read = (file: string) => readFileSync(join(root, file), "utf8")

const pages = errorPages(root)

/** The numbers of the messages that tests reproduce, by the error's slug. */
function reproduced() {
  const numbers = new Map<string, Set<number>>()
  const tests = [...filesIn("tests/errors"), ...filesIn("tests/e2e")].filter((file) =>
    /\.(test|spec)\.ts$/.test(file),
  )
  const calls = tests.flatMap((file) => [
    ...read(file).matchAll(/\breproduces\(\s*"([\w-]+)"(?:,\s*\[([\d,\s]*)\])?/g),
  ])
  for (const [, slug = "", list] of calls) {
    const count = pages.find((page) => page.slug === slug)?.messages.length ?? 0
    const named = list?.split(",").map(Number) ?? Array.from({ length: count }, (_, index) => index)
    numbers.set(slug, new Set([...(numbers.get(slug) ?? []), ...named]))
  }
  return numbers
}

test("each message of each error's page is reproduced by a test, or its page says why not", () => {
  const numbers = reproduced()
  const open = pages.flatMap(({ slug, messages, notReproduced }) =>
    notReproduced ? [] : messages.filter((_, index) => !numbers.get(slug)?.has(index)),
  )
  expect(pages.length).toBeGreaterThan(0)
  expect(open).toEqual([])
})

test("no two pages have the same message", () => {
  const messages = pages.flatMap((page) => page.messages)
  expect(messages.filter((message, index) => messages.indexOf(message) !== index)).toEqual([])
})

test("each error that anything links to or reproduces has a page", () => {
  const slugs = new Set(pages.map(({ slug }) => slug))
  const linked = ["pages", "demo", "components", "plugins"].flatMap((folder) =>
    filesIn(folder)
      .filter((file) => /\.(mdx|tsx?|mjs|json)$/.test(file) && !/\.test\.tsx?$/.test(file))
      .flatMap((file) =>
        Array.from(
          read(file).matchAll(/(?<![\w/.])\/errors\/([a-z0-9-]+)(?![\w./-]*\.\w)/g),
          ([, slug]) => ({
            file,
            slug,
          }),
        ),
      ),
  )
  const searched = read("tests/guide/search-queries.ts").matchAll(/\berror: "([\w-]+)"/g)
  linked.push(...Array.from(searched, ([, slug]) => ({ file: "search-queries.ts", slug })))
  const known = ({ slug = "" }: { slug?: string }) => slugs.has(slug)
  expect(linked.filter((link) => !known(link))).toEqual([])
  expect([...reproduced().keys()].filter((slug) => !slugs.has(slug))).toEqual([])
})
