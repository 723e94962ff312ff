import { readFileSync } from "node:fs"
import { join } from "node:path"
import { errorPageOf, errorsFolder, type ErrorPage } from "../../plugins/errors/error-page.mjs"
import { root } from "../../scripts/root"

/** The front matter of an error's page. */
export function errorPage(slug: string): ErrorPage {
  const page = `${errorsFolder}/${slug}.mdx`
  return errorPageOf(page, readFileSync(join(root, page), "utf8"))
}

/** The exact texts of an error, from its page. `…` stands for what varies. */
export const messagesOf = (slug: string): string[] => errorPage(slug).messages

/**
 * Says that a test reproduces an error. `completeness.test.ts` reads these calls, so write the slug, and
 * the numbers of the messages if it isn't all of them, into the call.
 *
 * `expect(reproduces("missing-adapter").missingIn([log])).toEqual([])`
 *
 * @param numbers Which of the page's messages the test produces, counted from 0. All, if left out.
 * @returns The messages, and which of them are in none of the texts that the test produced.
 */
export function reproduces(slug: string, numbers?: number[]) {
  const messages = messagesOf(slug).filter((_, index) => numbers?.includes(index) ?? true)
  return {
    messages,
    missingIn: (texts: (string | null | undefined)[]) =>
      messages.filter((message) => !texts.some((text) => text && patternOf(message).test(text))),
  }
}

/** What matches a message, wherever lines break. */
function patternOf(message: string): RegExp {
  const parts = message.trim().split("…").map(escaped)
  return new RegExp(parts.join("[^]*?"))
}

const escaped = (text: string) =>
  text
    .replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
    .split(/\s+/)
    .join(String.raw`\s+`)
