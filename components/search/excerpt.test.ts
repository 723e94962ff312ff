import { expect, test } from "vitest"
import { excerptOf } from "./excerpt"

test("the line with the most matches is taken, and cells of a table are told apart", () => {
  const text = "An adapter is there.\nin the log\twhat to do\nMissingAdapter\tSet adapter.\t\n"
  expect(excerptOf(text, new Set(["missingadapter", "adapter"]))).toEqual([
    "",
    "MissingAdapter",
    " · Set ",
    "adapter",
    ".",
  ])
})

test("a long line is cut around its first match", () => {
  const line = `${"before ".repeat(30)}match ${"after ".repeat(60)}`
  const [before, match, after] = excerptOf(line, new Set(["match"]))
  expect(before).toMatch(/^…(before )+$/)
  expect(match).toBe("match")
  expect(after).toMatch(/^( after)+.*…$/)
  expect([before, match, after].join("").length).toBeLessThan(160)
})

test("without a match in the text, it begins where the text does", () => {
  expect(excerptOf("\n\nFirst line.\nSecond.", new Set(["heading"]))).toEqual(["First line."])
})
