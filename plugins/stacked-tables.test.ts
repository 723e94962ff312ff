import { h } from "hastscript"
import { expect, test } from "vitest"
import { stackedTables } from "./stacked-tables.mjs"

const row = (name: string, cells: string[]) =>
  h(
    "tr",
    cells.map((value) => h(name, value)),
  )

/** The properties of a table and of the cells in its only row. */
function stack(columns: string[], cells: string[]) {
  const body = row("td", cells)
  const table = h("table", h("thead", row("th", columns)), h("tbody", body))
  stackedTables()(h("div", table))
  return [table, ...body.children].map((node) => "properties" in node && node.properties)
}

test("of a table with three columns, a cell has the name of its column, but for the first", () => {
  expect(stack(["option", "default", "what it does"], ["a", "b", "c"])).toEqual([
    { "data-stacks": "" },
    {},
    { "data-column": "default" },
    { "data-column": "what it does" },
  ])
})

test("a column without a name gives none", () => {
  expect(stack(["option", "", "why"], ["a", "b", "c"])).toEqual([
    { "data-stacks": "" },
    {},
    {},
    { "data-column": "why" },
  ])
})

test("two columns stay beside each other", () => {
  expect(stack(["name", "what it is"], ["credentialID", "The passkey."])).toEqual([{}, {}, {}])
})

test("unless a word in them is long", () => {
  expect(stack(["signal", "what it says"], ["signalAllAcceptedCredentials", "All."])).toEqual([
    { "data-stacks": "" },
    {},
    {},
  ])
})
