import { expect, test } from "vitest"
import { find } from "./find"
import { sectionsOf } from "./sections"

const sections = sectionsOf({
  "/configure": {
    title: "Configure Auth.js",
    data: {
      "": "Two files.",
      "options#Options": "Set experimental: { enableWebAuthn: true } in auth.ts.",
      "the-adapter#The adapter": "PrismaAdapter(prisma) stores\n passkeys.",
    },
  },
  "/glossary": {
    title: "Glossary",
    data: { "adapter#Adapter": "What stores users.", "csrf#CSRF #1": "A token." },
  },
})

const addresses = (query: string) => find(sections, query).map(({ address }) => address)

test("a part of a page is found under its heading's address", () => {
  expect(addresses("enablewebauthn")).toEqual(["/configure#options"])
  expect(addresses("two files")).toEqual(["/configure"])
  expect(sections.at(-1)?.heading).toBe("CSRF #1")
})

test("a heading that is what was searched for comes before one that has more words", () => {
  expect(addresses("adapter")).toEqual(["/glossary#adapter", "/configure#the-adapter"])
})

test("every word has to be there", () => {
  expect(addresses("stores passkeys")).toEqual(["/configure#the-adapter"])
  expect(addresses("stores unicorns")).toEqual([])
  expect(addresses("  ")).toEqual([])
})

test("an excerpt marks what was found, as the page writes it", () => {
  const [result] = find(sections, "ENABLEWEBAUTHN")
  expect(result?.excerpt).toEqual([
    "Set experimental: { ",
    "enableWebAuthn",
    ": true } in auth.ts.",
  ])
  const [adapter] = find(sections, "stores passkeys")
  expect(adapter?.excerpt[1]).toBe("stores passkeys")
})

test("one page takes no more than its share of the results", () => {
  const long = Array.from({ length: 20 }, (_, index) => [`id-${index}#Heading ${index}`, "word"])
  const pages = {
    "/long": { title: "Long", data: Object.fromEntries(long) as Record<string, string> },
    "/short": { title: "Short", data: { "": "word" } },
  }
  const found = find(sectionsOf(pages), "word")
  expect(found.filter(({ page }) => page === "Long")).toHaveLength(4)
  expect(found.map(({ page }) => page)).toContain("Short")
})
