import { expect, test } from "vitest"
import { maskSecrets } from "./mask-secrets"

test("tokens and secrets are masked in JSON, whatever their value", () => {
  expect(maskSecrets('{"csrfToken":"a","user":{"sessionToken" : "b\\"c","name":"d"}}')).toBe(
    '{"csrfToken":"(hidden)","user":{"sessionToken" : "(hidden)","name":"d"}}',
  )
  expect(maskSecrets('{"client_secret":"a","refresh_token":"b"}')).toBe(
    '{"client_secret":"(hidden)","refresh_token":"(hidden)"}',
  )
})

test("and in the fields of a form", () => {
  expect(maskSecrets("csrfToken=a%26b&callbackUrl=%2F")).toBe("csrfToken=(hidden)&callbackUrl=%2F")
  expect(maskSecrets("action=register&csrfToken=a")).toBe("action=register&csrfToken=(hidden)")
})

test("what a ceremony sends stays as it is", () => {
  const answer = '{"action":"register","options":{"challenge":"AAAA","user":{"name":"token"}}}'
  expect(maskSecrets(answer)).toBe(answer)
  const form = String(
    new URLSearchParams({ action: "register", data: '{"id":"token=1&secret=2"}' }),
  )
  expect(maskSecrets(form)).toBe(form)
})
