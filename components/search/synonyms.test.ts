import { expect, test } from "vitest"
import { queriesFor } from "./synonyms"
import { wordsOf } from "./words"

/** What is searched for beside the query itself. */
const inGuide = (query: string) =>
  queriesFor(wordsOf(query))
    .slice(1)
    .map(({ terms }) => terms.join(" "))

test.each([
  ["login with passkey", "sign in with passkey"],
  ["log in with Passkeys", "sign in with passkey"],
  ["delete passkey", "remove passkey"],
  ["2FA", "step up authentication"],
  ["YubiKey", "security key"],
  ["logout after login", "sign out after sign in"],
])("%s is also %s", (query, inGuideWords) => expect(inGuide(query)).toContain(inGuideWords))

test("nothing is replaced in a word, in a name of code, or in a message", () => {
  expect(inGuide("removed")).toEqual([])
  expect(inGuide("enableWebAuthn")).toEqual([])
  const message = "Error: cannot delete the passkey of a user who is signed in elsewhere"
  expect(inGuide(message)).toEqual([])
})

test("a query with many synonyms is searched for a few times", () => {
  expect(inGuide("signup login logout delete email users").length).toBeLessThan(6)
})
