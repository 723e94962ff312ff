import { expect, test } from "vitest"
import { breakableNames } from "./breakable-names.mjs"

const element = (tagName: string, ...children: { type: string }[]) => ({
  type: "element",
  tagName,
  properties: {},
  children,
})
const text = (value: string) => ({ type: "text", value })

test.each([
  ["dot", ["registrationOptions.", "user.", "name"]],
  ["slash", ["@simplewebauthn/", "browser"]],
])("in a table, a line may end after each %s of a long name", (_, parts) => {
  const row = element("tr", element("td", element("code", text(parts.join("")))))
  breakableNames()(row)
  const broken = parts.flatMap((part, index) =>
    index ? [element("wbr"), text(part)] : [text(part)],
  )
  expect(row).toEqual(element("tr", element("td", element("code", ...broken))))
})

test("in a title, a line may end between the words of a long name", () => {
  const title = element("h1", text("MissingWebAuthnAutocomplete: enableConditionalUI"))
  breakableNames()(title)
  const [first, second] = [text("Missing"), text("WebAuthn")]
  const rest = [element("wbr"), text("Autocomplete: enableConditionalUI")]
  expect(title).toEqual(element("h1", first, element("wbr"), second, ...rest))
})

test.each([
  ["outside of a table", element("p", element("code", text("registrationOptions.timeout")))],
  ["a name without dots", element("td", element("code", text("signalAllAcceptedCredentials")))],
  ["a short name", element("td", element("code", text("relayingParty.origin")))],
  ["a file", element("td", element("code", text("auth.config.ts")))],
  ["a title of short words", element("h1", text("error=AccessDenied, and how to fix it"))],
  ["an abbreviation in a title", element("h1", text("duplicatedconditionalUI: two"))],
  ["code", element("td", element("code", text("registrationOptions.user(name)")))],
])("nothing else changes: %s", (_, node) => {
  const before = structuredClone(node)
  breakableNames()(node)
  expect(node).toEqual(before)
})
