import { expect, test } from "vitest"
import { excerptOf } from "./excerpt"

test("the line with the most matches is taken, and cells of a table are told apart", () => {
  const text = "An adapter is there.\nin the log\twhat to do\nMissingAdapter\tSet adapter.\t\n"
  expect(excerptOf(text, new Set(["missingadapter", "adapter"]), ["missing", "adapter"])).toEqual([
    "",
    "MissingAdapter",
    " · Set ",
    "adapter",
    ".",
  ])
})

test("a long line is cut around its first match", () => {
  const line = `${"before ".repeat(30)}match ${"after ".repeat(60)}`
  const [before, match, after] = excerptOf(line, new Set(["match"]), ["match"])
  expect(before).toMatch(/^…(before )+$/)
  expect(match).toBe("match")
  expect(after).toMatch(/^( after)+.*…$/)
  expect([before, match, after].join("").length).toBeLessThan(160)
})

test("without a match in the text, it begins where the text does", () => {
  expect(excerptOf("\n\nFirst line.\nSecond.", new Set(["heading"]), ["heading"])).toEqual([
    "First line.",
  ])
})

test("several words that begin with the same one are one match, and a sentence keeps its end", () => {
  const text = `${"Keep ".repeat(29)}your adapter here.\nadapter, AdapterUser and AdapterSession`
  const excerpt = excerptOf(text, new Set(["adapter", "adapteruser", "adaptersession"]), [
    "adapter",
  ])
  expect(excerpt.slice(1)).toEqual(["adapter", " here."])
  const noSpace = excerptOf(`match ${"long".repeat(50)}`, new Set(["match"]), ["match"])
  expect(noSpace).toEqual(["", "match", "…"])
})
