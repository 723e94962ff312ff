import { expect, test } from "vitest"
import { caseNames } from "./case-names"
import { scoreFragment, scoreInFragment, scoreOf, scoreText } from "./score-link"

test("a shared score says what was predicted", () => {
  const predictions = { "wrong-origin": true, "wrong-rp-id": false, "blocked-cookie": true }
  const fragment = scoreFragment(predictions)
  expect(fragment).toBe(`#score=10---------1---`)
  expect(scoreInFragment(fragment)).toEqual(scoreOf(predictions))
  expect(scoreText(scoreOf(predictions))).toBe("I predicted 2 of 3 passkey failures right.")
})

test.each([
  "",
  "#wrong-origin",
  "#score=",
  `#score=${"1".repeat(caseNames.length + 1)}`,
  `#score=${"2".repeat(caseNames.length)}`,
  `#score=<script>alert()`,
  `#SCORE=${"1".repeat(caseNames.length)}`,
  `#score=${"%31".repeat(5)}`,
  `#score=${"1".repeat(caseNames.length)}\n`,
])("anything else is no score: %j", (fragment) => {
  expect(scoreInFragment(fragment)).toBeUndefined()
})
