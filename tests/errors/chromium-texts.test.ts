import { readFile } from "node:fs/promises"
import { expect, test } from "vitest"
import { findChromium } from "../support/chromium"
import { messagesOf, reproduces } from "./reproduces"

/**
 * In the Chromium of these tests, which has no window, each page has the focus, and it takes certificates
 * that nobody has signed. So nothing provokes these errors there. Their texts are in the program.
 */
test("Chromium has the words for a page without focus, and for a wrong certificate", async () => {
  const program = await readFile(await findChromium())
  const found = ["document-not-focused", "insecure-context"]
    .flatMap(messagesOf)
    .filter((message) => program.includes(message))
  expect(reproduces("document-not-focused").missingIn(found)).toEqual([])
  expect(reproduces("insecure-context", [4]).missingIn(found)).toEqual([])
}, 120_000)
