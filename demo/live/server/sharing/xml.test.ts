import { expect, test } from "vitest"
import { xml } from "./xml"

test("values are escaped, in elements and in attributes", () => {
  const value = `<a b="c" d='e'> & ]]>`
  const text = String(xml`<x y="${value}">${value}</x>`)
  expect(text).not.toMatch(/<a|]]>|b="c"|d='e'/)
  expect(text.match(/&#38;/g)).toHaveLength(2)
})

test("what is XML already is not escaped again", () => {
  const items = ["1 < 2", "3"].map((item) => xml`<li>${item}</li>`)
  expect(String(xml`<ul>${items}${xml`<li/>`}</ul>`)).toBe(
    "<ul><li>1 &#60; 2</li><li>3</li><li/></ul>",
  )
})

test("characters that XML cannot hold are dropped, and others stay", () => {
  expect(String(xml`${"a\0b\u0008c\ud800d\uffffe\tf 😀"}`)).toBe("abcde\tf 😀")
})
