import { expect, test } from "vitest"
import { entriesOf, wordsOf } from "./words"

test("punctuation separates words, and quotes, case and number make no difference", () => {
  expect(wordsOf("UntrustedHost: it wasn’t “X”.")).toEqual(wordsOf(`untrustedhost it wasn't "x"`))
  expect(wordsOf("Passkeys")).toEqual(wordsOf("passkey"))
  expect(wordsOf("access status this")).toEqual(["access", "status", "this"])
})

test("versions and names in code stay together", () => {
  expect(wordsOf("npm i next-auth@5.0.0-beta.32")).toEqual([
    "npm",
    "i",
    "next",
    "auth",
    "5.0.0",
    "beta",
    "32",
  ])
  expect(wordsOf("AUTH_URL")).toEqual(["authurl"])
})

test.each([
  ["enableWebAuthn", ["enablewebauthn", "webauthn", "authn"]],
  ["RPId", ["rpid", "id"]],
  ["AUTH_TRUST_HOST", ["authtrusthost", "trusthost", "host"]],
  ["e-mail", ["e", "mail", "email"]],
  ["package.json", ["package", "json", "packagejson"]],
  ["14.0.3", ["14.0.3"]],
])("%s is found by how each part begins", (joined, entries) => {
  expect(entriesOf(joined)).toEqual(entries)
})
