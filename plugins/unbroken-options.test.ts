import { expect, test } from "vitest"
import { unbrokenOptions } from "./unbroken-options.mjs"

const element = (tagName: string, ...children: { type: string }[]) => ({
  type: "element",
  tagName,
  properties: {},
  children,
})
const text = (value: string) => ({ type: "text", value })
const whole = (value: string) => ({
  ...element("span", text(value)),
  properties: { className: ["whole"] },
})

test.each([
  ["node --version", [text("node "), whole("--version")]],
  [
    "curl -s --max-time 5 /",
    [text("curl "), whole("-s"), text(" "), whole("--max-time"), text(" 5 /")],
  ],
  ["?callbackUrl=/settings", [whole("?callbackUrl"), text("=/settings")]],
])("the options in %s stay whole", (code, children) => {
  const paragraph = element("p", element("code", text(code)))
  unbrokenOptions()(paragraph)
  expect(paragraph).toEqual(element("p", element("code", ...children)))
})

test.each([
  ["a block", element("pre", element("code", text("node --version")))],
  ["a name", element("p", element("code", text("next-auth")))],
  ["an operator", element("p", element("code", text("count - 1 ? a : b")))],
  ["text", element("p", text("node --version"))],
])("nothing else changes: %s", (_, node) => {
  const before = structuredClone(node)
  unbrokenOptions()(node)
  expect(node).toEqual(before)
})
