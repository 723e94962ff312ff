import { readFile } from "node:fs/promises"
import { expect, test } from "vitest"
import { findChromium } from "../support/chromium"
import { messagesOf, reproduces } from "./reproduces"

/**
 * In the Chromium of these tests, which has no window, each page has the focus. So nothing provokes the
 * error there. Its text is in the program.
 */
test("Chromium has the words for a page without focus", async () => {
  const program = await readFile(await findChromium())
  const found = messagesOf("document-not-focused").filter((message) => program.includes(message))
  expect(reproduces("document-not-focused").missingIn(found)).toEqual([])
}, 120_000)
