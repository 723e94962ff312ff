import { expect, test } from "vitest"
import { stackedTables } from "./stacked-tables.mjs"

type Node = {
  type: string
  tagName?: string
  value?: string
  properties?: Record<string, string>
  children?: Node[]
}

const element = (tagName: string, ...children: Node[]): Node => ({
  type: "element",
  tagName,
  properties: {},
  children,
})
const row = (name: string, cells: string[]) =>
  element("tr", ...cells.map((value) => element(name, { type: "text", value })))

/** The properties of a table and of the cells in its only row. */
function stack(columns: string[], cells: string[]) {
  const body = row("td", cells)
  const table = element("table", element("thead", row("th", columns)), element("tbody", body))
  stackedTables()(element("div", table))
  return [table, ...(body.children ?? [])].map(({ properties }) => properties)
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
