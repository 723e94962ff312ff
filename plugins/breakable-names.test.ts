import { expect, test } from "vitest"
import { breakableNames } from "./breakable-names.mjs"

const element = (tagName: string, ...children: { type: string }[]) => ({
  type: "element",
  tagName,
  properties: {},
  children,
})
const text = (value: string) => ({ type: "text", value })

test("in a table, a line may end after each dot of a name", () => {
  const row = element("tr", element("td", element("code", text("a.b.c"))))
  breakableNames()(row)
  const wbr = element("wbr")
  expect(row).toEqual(
    element("tr", element("td", element("code", text("a."), wbr, text("b."), wbr, text("c")))),
  )
})

test.each([
  ["outside of a table", element("p", element("code", text("a.b")))],
  ["a name without dots", element("td", element("code", text("ab")))],
  ["a file", element("td", element("code", text("app/page.tsx")))],
  ["code", element("td", element("code", text("a.b(c)")))],
])("nothing else changes: %s", (_, node) => {
  const before = structuredClone(node)
  breakableNames()(node)
  expect(node).toEqual(before)
})
