import { expect, test } from "vitest"
import { addressOf, makeUpName, nameOf } from "./made-up-name"

test("a made-up name is two words and four digits", () => {
  for (let i = 0; i < 1_000; i++) expect(makeUpName()).toMatch(/^[a-z]+-[a-z]+-\d{4}$/)
  expect(makeUpName(() => 0)).toBe("amber-badger-0000")
  expect(makeUpName(() => 0.999999)).toBe("witty-wren-9999")
})

test("its address lies under a reserved domain, and shows as the name again", () => {
  expect(addressOf("quiet-otter-4821")).toBe("quiet-otter-4821@passkeys.example")
  expect(nameOf("quiet-otter-4821@passkeys.example")).toBe("quiet-otter-4821")
  expect(nameOf(null)).toBe("")
})
