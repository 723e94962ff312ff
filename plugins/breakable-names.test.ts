import { h } from "hastscript"
import { expect, test } from "vitest"
import { breakableNames } from "./breakable-names.mjs"

test.each([
  ["dot", ["registrationOptions.", "user.", "name"]],
  ["slash", ["@simplewebauthn/", "browser"]],
])("in a table, a line may end after each %s of a long name", (_, parts) => {
  const row = h("tr", h("td", h("code", parts.join(""))))
  breakableNames()(row)
  const broken = parts.flatMap((part, index) => (index ? [h("wbr"), part] : [part]))
  expect(row).toEqual(h("tr", h("td", h("code", broken))))
})

test("in a title, a line may end between the words of a long name", () => {
  const title = h("h1", "MissingWebAuthnAutocomplete: enableConditionalUI")
  breakableNames()(title)
  const words = ["Missing", h("wbr"), "WebAuthn", h("wbr"), "Autocomplete: enableConditionalUI"]
  expect(title).toEqual(h("h1", words))
})

test.each([
  ["outside of a table", h("p", h("code", "registrationOptions.timeout"))],
  ["a name without dots", h("td", h("code", "signalAllAcceptedCredentials"))],
  ["a short name", h("td", h("code", "relayingParty.origin"))],
  ["a file", h("td", h("code", "auth.config.ts"))],
  ["a title of short words", h("h1", "error=AccessDenied, and how to fix it")],
  ["an abbreviation in a title", h("h1", "duplicatedconditionalUI: two")],
  ["code", h("td", h("code", "registrationOptions.user(name)"))],
])("nothing else changes: %s", (_, node) => {
  const before = structuredClone(node)
  breakableNames()(node)
  expect(node).toEqual(before)
})
