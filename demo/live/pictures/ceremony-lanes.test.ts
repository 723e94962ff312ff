import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { layOut } from "../../../components/picture/lanes"
import { lanesAsText } from "../../../components/picture/lanes-as-text.mjs"
import { recordedCeremonies } from "../walkthrough/recorded-ceremonies"
import { ceremonyLanes, ceremonySteps } from "./ceremony-lanes.mjs"

const kinds = ["registration", "authentication"] as const
const page = readFileSync("pages/what-happens.mdx", "utf8")

/** The headings' anchors: named, or made from the text. */
const anchors = Array.from(
  page.matchAll(/^#{2,3} (.+?)(?: \[#(.+)\])?$/gm),
  ([, text = "", id]) =>
    id ??
    text
      .toLowerCase()
      .replaceAll(" ", "-")
      .replaceAll(/[^\w-]/g, ""),
)

test.each(kinds)("the steps of a %s are those that are recorded, in order", (kind) => {
  const recorded = recordedCeremonies[kind].steps.map(({ what }) => what)
  expect(ceremonySteps[kind].map(({ id }) => id)).toEqual(recorded)
})

test.each(kinds)("each message of a %s is short, goes one lane on, and is explained", (kind) => {
  const order = ceremonyLanes.map(({ id }) => id)
  for (const { messages } of ceremonySteps[kind])
    for (const { from, to, label, href } of messages) {
      expect(label.length, label).toBeLessThanOrEqual(22)
      expect(Math.abs(order.indexOf(from) - order.indexOf(to)), label).toBe(1)
      const [address, anchor] = href.split("#")
      expect(address).toBe("/what-happens")
      expect(anchors, label).toContain(anchor)
    }
})

test.each(kinds)("nothing in the picture of a %s is on anything else", (kind) => {
  const { steps, rowHeight, height, width, xOf } = layOut(ceremonyLanes, ceremonySteps[kind])
  let bottom = 0
  for (const step of steps) {
    expect(step.y).toBeGreaterThanOrEqual(bottom)
    for (const message of step.messages) {
      expect(message.y).toBeGreaterThanOrEqual(bottom)
      bottom = message.y + rowHeight
      // A target is at least 24 px high (WCAG 2.2, 2.5.8) where the drawing is smallest.
      expect((rowHeight - 2) * (640 / width)).toBeGreaterThanOrEqual(24)
    }
    expect(step.y + step.height).toBeGreaterThanOrEqual(bottom)
    bottom = step.y + step.height
  }
  expect(height).toBeGreaterThanOrEqual(bottom)
  expect(() => xOf("nobody")).toThrow("There is no lane nobody.")
})

test("as text, it is a numbered list with the same links", () => {
  const text = lanesAsText(ceremonyLanes, ceremonySteps.authentication)
  expect(text).toContain(
    "1. Request a challenge\n   - Page to Auth.js: [Request a challenge](/what-",
  )
  expect(text.match(/\]\(/g)).toHaveLength(
    ceremonySteps.authentication.flatMap(({ messages }) => messages).length,
  )
})
