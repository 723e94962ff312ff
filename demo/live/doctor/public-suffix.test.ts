import { expect, test } from "vitest"
import { isPublicSuffix, isRegistrableSuffix } from "./public-suffix"

test.each(["com", "co.uk", "vercel.app", "github.io", "herokuapp.com", "up.railway.app"])(
  "%s is a public suffix",
  (domain) => expect(isPublicSuffix(domain)).toBe(true),
)

test.each([
  "example.com",
  "example.co.uk",
  "my-app.vercel.app",
  "localhost",
  "intranet",
  "127.0.0.1",
  "https://vercel.app",
  "",
])("%s isn't", (domain) => expect(isPublicSuffix(domain)).toBe(false))

test.each([
  ["example.com", "app.example.com", true],
  ["app.example.com", "app.example.com", true],
  ["my-app.vercel.app", "my-app.vercel.app", true],
  ["example.co.uk", "app.example.co.uk", true],
  ["localhost", "localhost", true],
  ["intranet", "intranet", true],
  // HTML, step 4.3: a public suffix, or above the one of the page.
  ["vercel.app", "my-app.vercel.app", false],
  ["co.uk", "example.co.uk", false],
  ["amazonaws.com", "my-app.s3.amazonaws.com", false],
  ["intranet", "app.intranet", false],
  ["p.example.com", "app.example.com", false],
  ["x.app.example.com", "app.example.com", false],
  ["0.1", "127.0.0.1", false],
])("%s as the RP ID of a page on %s: %s", (rpId, host, isAllowed) =>
  expect(isRegistrableSuffix(rpId, host)).toBe(isAllowed),
)
