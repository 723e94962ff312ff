import { expect, test } from "vitest"
import { currentPage } from "./current-page"

const addresses = ["/", "/glossary", "/database/sqlite", "/database"]

test.each([
  ["/database/sqlite", { address: "/database/sqlite", current: "page" }],
  ["/glossary", { address: "/glossary", current: "page" }],
  ["/", { address: "/", current: "page" }],
  // The menu doesn't list them.
  ["/glossary/word", { address: "/glossary", current: "true" }],
  ["/404", undefined],
  ["/glossaries", undefined],
])("on %s", (address, current) => {
  expect(currentPage(addresses, address)).toEqual(current)
})
