import { expect, test } from "vitest"
import { combinationsOf, isChosen } from "./chosen.mjs"

const chosen = { database: "mysql", packageManager: "pnpm" }

test.each([
  [{ database: "sqlite mysql" }, true],
  [{ database: "sqlite" }, false],
  [{ database: "mysql", packageManager: "npm" }, false],
  [{ database: "mysql", packageManager: "npm pnpm", inline: "" }, true],
  [{ except: "mysql" }, false],
  [{ except: "sqlite mongodb" }, true],
  [{ except: "sqlite pnpm" }, false],
  [{}, true],
])("<Choice> with %j", (props, isShown) => {
  expect(isChosen(props, chosen)).toBe(isShown)
})

test("every combination, the defaults first", () => {
  const all = combinationsOf(["database", "packageManager"])
  expect(all).toHaveLength(24)
  expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(24)
  expect(all[0]).toEqual({ database: "sqlite", packageManager: "npm" })
  expect(combinationsOf([])).toEqual([{}])
})
