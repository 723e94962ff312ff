import { readFileSync } from "node:fs"
import { join } from "node:path"
import { unstable_doesMiddlewareMatch as doesProxyMatch } from "next/experimental/testing/server.js"
import { describe, expect, test } from "vitest"
import { root } from "../../scripts/root"

const recipes = ["split-config", "content-security-policy", "content-security-policy-with-auth"]

/** Where the proxy must run, and where it must not. */
const paths = {
  "/": true,
  "/settings": true,
  // Whether a path begins like one that's left out must not matter.
  "/api-keys": true,
  "/sign-in-history": true,
  "/favicon-ico": true,
  "/api/auth/session": false,
  "/api/notes": false,
  "/_next/static/chunks/main.js": false,
  "/_next/image": false,
  "/favicon.ico": false,
}

/** The matcher as it's written in the file: what Next.js reads when it builds. */
function configOf(recipe: string): { matcher: string[] } {
  const source = readFileSync(join(root, "demo/recipes", recipe, "proxy.ts"), "utf8")
  return { matcher: JSON.parse(/matcher: (\[.*\])/.exec(source)?.[1] ?? "[]") }
}

describe.each(recipes)("the proxy of %s", (recipe) => {
  test.each(Object.entries(paths))("on %s: %s", (url, runs) => {
    expect(doesProxyMatch({ config: configOf(recipe), url, nextConfig: {} })).toBe(runs)
  })
})
