import { expect, test } from "vitest"
import { masked } from "./masked"

test("tokens and secrets are masked in JSON, whatever their value", () => {
  expect(masked('{"csrfToken":"a","user":{"sessionToken" : "b\\"c","name":"d"}}')).toBe(
    '{"csrfToken":"(hidden)","user":{"sessionToken" : "(hidden)","name":"d"}}',
  )
  expect(masked('{"client_secret":"a","refresh_token":"b"}')).toBe(
    '{"client_secret":"(hidden)","refresh_token":"(hidden)"}',
  )
})

test("and in the fields of a form", () => {
  expect(masked("csrfToken=a%26b&callbackUrl=%2F")).toBe("csrfToken=(hidden)&callbackUrl=%2F")
  expect(masked("action=register&csrfToken=a")).toBe("action=register&csrfToken=(hidden)")
})

test("what a ceremony sends stays as it is", () => {
  const answer = '{"action":"register","options":{"challenge":"AAAA","user":{"name":"token"}}}'
  expect(masked(answer)).toBe(answer)
  const form = String(
    new URLSearchParams({ action: "register", data: '{"id":"token=1&secret=2"}' }),
  )
  expect(masked(form)).toBe(form)
})
