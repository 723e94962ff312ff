import { describe, expect, test } from "vitest"
import { valuesOf, type ChoiceName } from "../../components/choices"
import { errorPages } from "../../plugins/errors/error-page.mjs"
import { combinationsOf } from "../../plugins/markdown/chosen.mjs"
import { pageMarkdown } from "../../plugins/markdown/page-markdown.mjs"
import { originPlaceholder } from "../../plugins/origin-placeholder.mjs"
import { root } from "../../scripts/root"
import { allPages, fencesOf, sourceOf } from "./guide-pages"
import { codeOf, linksOf, nodesOf } from "./markdown-nodes"
import { isQuoted, quotationsOf, readersPathOf } from "./quotations"

const guide = allPages.map(({ name, address }) => ({
  name,
  address,
  page: pageMarkdown(`pages/${name}.mdx`, root),
}))
const addresses = guide.map(({ address }) => address)
const errorTitles = errorPages(root).map(({ title }) => title)

test("some pages depend on both choices, some on one, and some on none", () => {
  expect(new Set(guide.map(({ page }) => page.choices.length))).toEqual(new Set([0, 1, 2]))
})

describe.each(guide)("$address as Markdown", { timeout: 60_000 }, ({ name, address, page }) => {
  const variants = Object.entries(page.variants)

  test("is there for every choice, and differs only where the page depends on it", () => {
    expect(page.address).toBe(address)
    const combinations = combinationsOf(page.choices)
    expect(variants.map(([values]) => values)).toEqual(
      combinations.map((chosen) => Object.values(chosen).join(" ")),
    )
    for (const [index, choice] of (page.choices as ChoiceName[]).entries()) {
      const texts = valuesOf(choice).map((value) =>
        variants
          .filter(([values]) => values.split(" ")[index] === value)
          .map(([, text]) => text.replace(/^> From.*/m, ""))
          .join(),
      )
      expect(new Set(texts).size, choice).toBeGreaterThan(1)
    }
  })

  test("has no JSX, nothing undefined and no fence that is open", () => {
    for (const [values, text] of variants) {
      const nodes = nodesOf(text)
      expect(
        nodes.filter(({ type }) => type === "html"),
        values,
      ).toEqual([])
      const words = nodes.flatMap((node) => (node.type === "text" ? [node.value] : [])).join(" ")
      // Some errors say that something is undefined, and so do their titles.
      const written = errorTitles.reduce((rest, title) => rest.replaceAll(title, ""), words)
      expect(written, values).not.toMatch(/\bundefined\b|\[object|className|<\/?[A-Z]|\[#/)
      const lines = text.split("\n")
      for (const { position } of codeOf(text)) {
        expect(lines[(position?.start.line ?? 0) - 1], values).toMatch(/^[ \->]*`{3,}\w+$/)
        expect(lines[(position?.end.line ?? 0) - 1], values).toMatch(/^[ >]*`{3,}$/)
      }
    }
  })

  test("has the code that the page quotes, below its path, as it is in the file", () => {
    const texts = new Map(variants)
    for (const quotation of quotationsOf(name)) {
      const { choice } = quotation
      const chosen = combinationsOf(page.choices).find(
        (one) => !choice || one[choice.name] === choice.value,
      )
      const text = texts.get(Object.values(chosen ?? {}).join(" ")) ?? ""
      const found = codeOf(text).filter(({ value }) => isQuoted(value, quotation))
      expect(found.length, `${quotation.file}#${quotation.region ?? ""}`).toBeGreaterThan(0)
      const opening = found.map(({ position }) => text.split("\n")[(position?.start.line ?? 0) - 3])
      // A step says first what to do with the file: plugins/markdown/step-sentences.mjs.
      const paths = opening.map((line) =>
        line
          ?.replace(/^(Save as|Change|Add at the end of) /, "")
          .replace(/, or as `[^`]+` if you have that file:$/, ":"),
      )
      expect(paths).toContain(`\`${readersPathOf(quotation)}\`:`)
    }
  })

  test("has all other code of the page, for somebody", () => {
    const written = fencesOf(sourceOf(name)).filter(
      ({ meta }) => !/\s(file|recipe|per)="/.test(meta),
    )
    const code = new Set(variants.flatMap(([, text]) => codeOf(text).map(({ value }) => value)))
    for (const fence of written) expect([...code]).toContain(fence.code.replace(/\n$/, ""))
  })

  test("has absolute links only, to pages that exist", () => {
    for (const [, text] of variants)
      for (const url of new Set(linksOf(text))) {
        expect(URL.canParse(url), url).toBe(true)
        if (!url.startsWith(originPlaceholder)) continue
        const { pathname } = new URL(url)
        if (/^\/(api\/|feed\.xml$|llms(-full)?\.txt$)/.test(pathname)) continue
        expect(addresses).toContain(pathname.replace(/\.md$/, ""))
      }
  })
})
