import { expect, test } from "vitest"
import { currentOf, groupPages, pagesOf, type PageMapItem } from "./guide-groups"

const file = (name: string) => ({ name, route: name === "index" ? "/" : `/${name}` })

const pageMap: PageMapItem[] = [
  {
    data: {
      "*": { display: "normal" },
      index: "Introduction",
      build: { type: "separator", title: "Build" },
      install: "Install",
      database: "Databases",
      reference: { type: "separator", title: "Reference" },
      glossary: "Glossary",
      404: { display: "hidden" },
    },
  },
  file("404"),
  {
    name: "database",
    route: "/database",
    children: [
      { data: { sqlite: "SQLite", postgresql: "PostgreSQL" } },
      { name: "postgresql", route: "/database/postgresql" },
      { name: "sqlite", route: "/database/sqlite" },
    ],
  },
  file("glossary"),
  file("index"),
  file("install"),
  file("later"),
]

test("a separator begins a group, and a page that is not in the order comes last", () => {
  expect(groupPages(pageMap)).toEqual([
    { entries: [{ title: "Introduction", address: "/", pages: [] }] },
    {
      title: "Build",
      entries: [
        { title: "Install", address: "/install", pages: [] },
        {
          title: "Databases",
          address: undefined,
          pages: [
            { title: "SQLite", address: "/database/sqlite" },
            { title: "PostgreSQL", address: "/database/postgresql" },
          ],
        },
      ],
    },
    {
      title: "Reference",
      entries: [
        { title: "Glossary", address: "/glossary", pages: [] },
        { title: "later", address: "/later", pages: [] },
      ],
    },
  ])
})

test("pages are read group by group, a folder's pages after its own", () => {
  expect(pagesOf(groupPages(pageMap)).map(({ address }) => address)).toEqual([
    "/",
    "/install",
    "/database/sqlite",
    "/database/postgresql",
    "/glossary",
    "/later",
  ])
})

test.each([
  ["a page beside the folder", [file("database")], []],
  ["the folder's index page", [], [{ name: "index", route: "/database", title: "All databases" }]],
])("a folder's own address is that of %s", (_which, beside, within) => {
  const folder = { name: "database", route: "/database", children: within }
  const groups = groupPages([{ data: { database: "Databases" } }, ...beside, folder])
  expect(pagesOf(groups)).toEqual([{ title: "Databases", address: "/database" }])
})

test("a page that the menu doesn't list is found under the page above it", () => {
  const groups = groupPages(pageMap)
  expect(currentOf(groups, "/database/sqlite")?.address).toBe("/database/sqlite")
  expect(currentOf(groups, "/glossary/word")?.address).toBe("/glossary")
  expect(currentOf(groups, "/404")).toBeUndefined()
})
