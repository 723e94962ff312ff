import { expect, test } from "vitest"
import { allPages, fencesOf, sourceOf } from "./guide-pages"

const isVariable = (line: string) => /^(#.*|[A-Z][A-Z0-9_]*=("[^"]*"|\S*))$/.test(line.trim())

const blocks = allPages.flatMap(({ name }) =>
  fencesOf(sourceOf(name))
    .filter(({ language }) => language === "sh")
    .map(({ code, meta }) => ({ name, meta, lines: code.split("\n").filter(Boolean) }))
    .filter(({ lines }) => lines.length > 0 && lines.every(isVariable)),
)

test("there are blocks of environment variables", () => {
  expect(blocks.length).toBeGreaterThan(5)
})

// The bar above a block without a file name says "Terminal".
test.each(blocks)("variables on $name are in a file: $lines", ({ meta }) => {
  expect(meta).toMatch(/ file(name)?="/)
})
