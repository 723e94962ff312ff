import { expect, test } from "vitest"
import { readTarget } from "./request-target.mjs"

const origin = new URL("https://passkeys.example.com")

test.each([
  ["/install?x=%20", "/install?x=%20", "/install"],
  [
    "/api/auth/%77ebauthn-options/x",
    "/api/auth/%77ebauthn-options/x",
    "/api/auth/webauthn-options/x",
  ],
  ["//evil.example/x", "//evil.example/x", "//evil.example/x"],
  ["https://passkeys.example.com", "/", "/"],
  ["https://passkeys.example.com/x?y", "/x?y", "/x"],
  ["HTTPS://user@PASSKEYS.example.com:443/x", "/x", "/x"],
])("%s is %s", (target, url, path) => {
  expect(readTarget(target, origin)).toEqual({ url, path })
})

test.each([
  "",
  "*",
  "install",
  "evil.example:443",
  "http://passkeys.example.com/x",
  "https://passkeys.example.com.evil.example/",
  "https://passkeys.example.com@evil.example/",
  "https://evil.example/x",
  "javascript:alert(1)",
  "https://[",
  "/%ff",
  "/%",
])("%j is refused", (target) => {
  expect(readTarget(target, origin)).toBeUndefined()
})
