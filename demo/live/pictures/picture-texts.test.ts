import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { pictureTexts } from "./picture-texts.mjs"

const read = (file: string) => readFileSync(file, "utf8")

/** The pictures that pages show, as they are written there. */
const shown = readdirSync("pages", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".mdx"))
  .flatMap((file) => Array.from(read(`pages/${file}`).matchAll(/^<(\w+Picture)\b(.*?)\/>$/gm)))
  .map(([source, name = "", attributes = ""]) => ({
    source,
    name,
    props: Object.fromEntries(
      Array.from(attributes.matchAll(/(\w+)="(.*?)"/g), ([, key, value]) => [key, value]),
    ),
  }))

test("every picture is shown, and every one that is shown has a text", () => {
  const names = new Set(shown.map(({ name }) => name))
  expect([...names].sort()).toEqual(Object.keys(pictureTexts).sort())
})

test.each(shown)("the text of $source is Markdown", ({ name, props }) => {
  const text = pictureTexts[name]?.(props, read) ?? ""
  expect(text.split("\n").length).toBeGreaterThan(4)
  expect(text).not.toMatch(/undefined|<|\[object/)
})
