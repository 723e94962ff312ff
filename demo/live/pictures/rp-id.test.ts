import { expect, test } from "vitest"
import { keysAsText } from "./keys.mjs"
import { mayUse, rpIdAsText } from "./rp-id.mjs"

test("a page may use its own host and the domains above it", () => {
  expect(mayUse("example.com", "example.com")).toBe(true)
  expect(mayUse("eu.app.example.com", "example.com")).toBe(true)
  expect(mayUse("example.com", "app.example.com")).toBe(false)
  expect(mayUse("login.example.com", "app.example.com")).toBe(false)
  expect(mayUse("notexample.com", "example.com")).toBe(false)
  expect(mayUse("example.com.phishing.test", "example.com")).toBe(false)
})

test("as text, the pictures are a table and lists", () => {
  expect(rpIdAsText()).toContain("| `https://app.example.com` | yes | yes |")
  expect(rpIdAsText()).toContain("| `https://login.example.com` | yes | no |")
  expect(keysAsText()).toContain("Stays on the device:\n\n- Private key: creates the signatures")
})
