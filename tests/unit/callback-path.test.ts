import { expect, test } from "vitest"
import { toCallbackPath } from "../../demo/recipes/custom-sign-in-page/passkeys/callback-path"

test.each([
  [undefined, "/"],
  [["/a", "/b"], "/"],
  ["", "/"],
  ["/settings?tab=passkeys#add", "/settings?tab=passkeys#add"],
  ["http://localhost:3000/settings", "/settings"],
  ["https://elsewhere.example/settings", "/settings"],
  ["//elsewhere.example", "/"],
  ["/\\elsewhere.example", "/"],
  ["https://app.example//elsewhere.example", "/elsewhere.example"],
  ["https://app.example/\\elsewhere.example", "/elsewhere.example"],
  ["/\t/elsewhere.example", "/"],
  ["javascript:alert(1)", "/"],
  ["javascript:\\elsewhere.example", "/"],
  ["data:text/html,x", "/"],
  ["http://", "/"],
])("%j leads to %s", (callbackUrl, path) => {
  expect(toCallbackPath(callbackUrl)).toBe(path)
  expect(new URL(toCallbackPath(callbackUrl), "https://app.example").host).toBe("app.example")
})
