import { expect, test } from "vitest"
import { parseChangelog } from "./changelog.mjs"

const entry = (heading: string) => `## ${heading}\n\nSome \`code\` & [a link](/install#a).\n\n`

test("an entry has its title, its date and its text", () => {
  const source = `# Changelog\n\nIntroduction.\n\n${entry("What <is> new [#2026-11-24-new]")}`
  expect(parseChangelog(source)).toEqual([
    {
      id: "2026-11-24-new",
      date: "2026-11-24",
      title: "What <is> new",
      html: '<p>Some <code>code</code> &amp; <a href="/install#a">a link</a>.</p>',
    },
  ])
})

test.each([
  ["no fragment", [entry("New")], "must end like [#2026-11-24-what-changed]"],
  ["no date", [entry("New [#new]")], "must end like"],
  ["no such day", [entry("New [#2026-02-30-new]")], "must end like"],
  ["a wrong order", [entry("A [#2026-11-22-a]"), entry("B [#2026-11-24-b]")], "is newer than"],
  [
    "a fragment twice",
    [entry("A [#2026-11-22-a]"), entry("B [#2026-11-22-a]")],
    "the same fragment",
  ],
])("%s fails", (_, entries, message) => {
  expect(() => parseChangelog(entries.join(""))).toThrow(message)
})
