import { expect, test } from "vitest"
import { storeTexts } from "./store-texts.mjs"

test("stores what texts share once, and gives them back as they were", () => {
  const texts = ["a\n\nb\n", "a\n\nc\n\n\n\nb\n", "", "a\n\n\nb"]
  const { chunks, stored } = storeTexts(texts)
  const read = stored.map((indexes) => indexes.map((index) => chunks[index]).join("\n\n"))
  expect(read).toEqual(texts)
  expect(new Set(chunks).size).toBe(chunks.length)
  expect(chunks.filter((chunk) => chunk === "a")).toHaveLength(1)
})
