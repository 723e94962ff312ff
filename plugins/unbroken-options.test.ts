import { h } from "hastscript"
import { expect, test } from "vitest"
import { unbrokenOptions } from "./unbroken-options.mjs"

const whole = (value: string) => h("span.whole", value)

test.each([
  ["node --version", ["node ", whole("--version")]],
  ["curl -s --max-time 5 /", ["curl ", whole("-s"), " ", whole("--max-time"), " 5 /"]],
  ["?callbackUrl=/settings", [whole("?callbackUrl"), "=/settings"]],
])("the options in %s stay whole", (code, children) => {
  const paragraph = h("p", h("code", code))
  unbrokenOptions()(paragraph)
  expect(paragraph).toEqual(h("p", h("code", children)))
})

test.each([
  ["a block", h("pre", h("code", "node --version"))],
  ["a name", h("p", h("code", "next-auth"))],
  ["an operator", h("p", h("code", "count - 1 ? a : b"))],
  ["text", h("p", "node --version")],
])("nothing else changes: %s", (_, node) => {
  const before = structuredClone(node)
  unbrokenOptions()(node)
  expect(node).toEqual(before)
})
