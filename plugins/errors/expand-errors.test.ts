import { expect, test } from "vitest"
import { root } from "../../scripts/root"
import { expandErrors } from "./expand-errors.mjs"

const page = (fields: string) => `---
title: Not allowed
description: D
${fields}
---

# Not allowed

## Causes
`

const complete = `messages:
  - "Not allowed: …"
  - "error: \`x\`"
place: browser
step: sign-in`

const expand = (source: string, path = "pages/errors/not-allowed.mdx") =>
  expandErrors(path, source, root, () => {})

test("below its title, an error's page says where it appears and what it says", () => {
  const [, body = ""] = expand(page(complete)).split("# Not allowed\n")
  expect(
    body
      .replace(/## Causes[^]*/, "")
      .replace(/\n+/g, "\n")
      .trim(),
  ).toBe(
    `<div className="error-labels">
[In the browser](/errors#in-browser)
[Signing in](/errors#step-sign-in)
</div>
<div className="error-messages">
\`\`\`\`text explained
Not allowed: …
\`\`\`\`
\`\`\`\`text explained
error: \`x\`
\`\`\`\`
</div>`,
  )
})

test("a page without a test that reproduces it says so at its end", () => {
  const source = page(`${complete}\nnotReproduced: it needs a phone.`)
  expect(expand(source)).toMatch(/No test reproduces this error: it needs a phone\.<\/p>\n$/)
})

test.each([
  ["no place", complete.replace(/place: .*/, ""), "place: "],
  ["another place", complete.replace("browser", "kitchen"), "place: "],
  ["no message", complete.replace(/messages:[^]*?place/, "messages: []\nplace"), "messages: "],
])("a page with %s fails the build", (_, fields, message) => {
  const expected = `pages/errors/not-allowed.mdx: in its front matter, ${message}`
  expect(() => expand(page(fields))).toThrow(expected)
})

test("the index lists each error by its messages, its place and its step", () => {
  const index = (by: string) => expand(`<ErrorIndex by="${by}" />`, "pages/errors/index.mdx")
  expect(index("message")).toContain(
    "- [`[auth][error] MissingAdapter: WebAuthn requires an adapter. Read more at https://errors.authjs.dev#missingadapter`](/errors/missing-adapter)",
  )
  // A message that contains backticks.
  expect(index("message")).toContain("- [`` [auth][error] MissingSecret: Please define a `secret`.")
  const link = "- [MissingAdapter: WebAuthn requires an adapter](/errors/missing-adapter)"
  expect(index("step")).toMatch(/### Configuring Auth\.js \[#step-configure\]\n/)
  expect(index("step")).toContain(link)
  expect(index("place")).toMatch(/### In the server’s log \[#in-server-log\]\n/)
  expect(index("place")).toContain(link)
})

test("other pages stay as they are", () => {
  expect(expand("# Install\n", "pages/install.mdx")).toBe("# Install\n")
})
