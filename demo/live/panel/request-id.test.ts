import { expect, test } from "vitest"
import { PasskeyError } from "../../recipes/custom-sign-in-page/passkeys/passkey-error"
import { requestIdOf } from "./request-id"

const headers = { "X-Request-Id": "7f3a" }

test.each([
  ["a failure of the server", new Response("", { status: 503, headers }), "7f3a"],
  ["a ceremony that wasn't accepted, which is 200", new Response("", { headers }), "7f3a"],
  ["too many attempts", new Response("", { status: 429, headers }), undefined],
  ["a response without an id", new Response("", { status: 500 }), undefined],
  ["a browser's error", new DOMException("", "SecurityError"), undefined],
])("%s: %#", (_, cause, id) => {
  expect(requestIdOf(new PasskeyError("server", { cause }))).toBe(id)
})
