import { expect, test } from "vitest"
import { find } from "./find"
import { sectionsOf, type Piece } from "./load-sections"
import { createIndex } from "./search-index"

type Data = Parameters<typeof sectionsOf>[0]

const text = (words: string): Piece[] => [{ text: words }]

const pages: Data = {
  "/configure": {
    title: "Configure Auth.js",
    data: [
      { id: "", heading: "", pieces: text("Two files.") },
      {
        id: "options",
        heading: "Options",
        pieces: [
          { text: "Set it in auth.ts.\n" },
          { text: "experimental: { enableWebAuthn: true }\n", isCode: true },
        ],
      },
      {
        id: "the-adapter",
        heading: "The adapter",
        pieces: text("PrismaAdapter(prisma) stores\n passkeys."),
      },
      {
        id: "connections",
        heading: "Connections",
        pieces: [
          { text: "Add the connection string.\n" },
          {
            text: "Behind PgBouncer, leave out statement_timeout.\n",
            for: { database: ["postgresql", "cockroachdb"] },
          },
          { text: "bun add pg\n", isCode: true, for: { packageManager: ["bun"] } },
        ],
      },
    ],
  },
  "/errors/not-allowed": {
    title: "Not allowed",
    data: [
      {
        id: "",
        heading: "",
        pieces: [
          { text: "NotAllowedError: The operation timed out.\n", isMessage: true },
          { text: "Somebody closed the prompt.\n" },
        ],
      },
      { id: "causes", heading: "Causes", pieces: text("Two files, or a token.") },
    ],
  },
  "/glossary": {
    title: "Glossary",
    data: [
      { id: "adapter", heading: "Adapter", pieces: text("What stores users.") },
      { id: "csrf", heading: "CSRF #1", pieces: text("A token.") },
      {
        id: "origin",
        heading: "Origin",
        pieces: text("A mismatch is logged: Unexpected response origin “X”, expected “Y”."),
      },
    ],
  },
}

const index = await createIndex(sectionsOf(pages))

const defaults = { database: "sqlite", packageManager: "npm" }
const search = (query: string, chosen = defaults) => find(index, query, chosen)
const addresses = (query: string, chosen = defaults) =>
  search(query, chosen).map(({ address }) => address)

test("a part of a page is found under its heading's address", () => {
  expect(addresses("enablewebauthn")).toEqual(["/configure#options"])
  expect(addresses("two files")[0]).toBe("/configure")
  expect(search("csrf")[0]?.heading).toBe("CSRF #1")
})

test("a heading that is what was searched for comes before one that has more words", () => {
  expect(addresses("adapter")).toEqual(["/glossary#adapter", "/configure#the-adapter"])
})

test.each(["webauthn", "authn", "enableWeb", "enable web authn"])(
  "%s is enough of enableWebAuthn",
  (query) => expect(addresses(query)[0]).toBe("/configure#options"),
)

test.each(["adpater", "adaptr", "addapter", "adaptet"])("%s is the adapter with a typo", (query) =>
  expect(addresses(query)).toContain("/glossary#adapter"),
)

test("a section with all of the words comes before those with some, and nothing is made up", () => {
  expect(addresses("stores passkeys")[0]).toBe("/configure#the-adapter")
  expect(addresses("zzzzqqqq")).toEqual([])
  expect(addresses("  ")).toEqual([])
  expect(addresses("…")).toEqual([])
})

test("an error message is found, although it has other values", () => {
  const [first] = addresses(
    'Unexpected response origin "http://localhost", expected "https://a.example"',
  )
  expect(first).toBe("/glossary#origin")
})

test("what the reader doesn't see is found once, with the choice that shows it", () => {
  const [hidden, ...others] = search("pgbouncer")
  expect(others).toEqual([])
  expect(hidden?.address).toBe("/configure#connections")
  expect(hidden?.changes).toEqual({ database: "postgresql" })
  expect(hidden?.excerpt.join("")).toBe("Behind PgBouncer, leave out statement_timeout.")

  const [seen] = search("pgbouncer", { ...defaults, database: "cockroachdb" })
  expect(seen?.changes).toEqual({})
  expect(search("pgbouncer bun")[0]?.changes).toEqual({
    database: "postgresql",
    packageManager: "bun",
  })
})

test("a section that the reader sees is shown as they see it, also if another variant matches", () => {
  const found = search("connection string")
  expect(found.map(({ address }) => address)).toEqual(["/configure#connections"])
  expect(found[0]?.changes).toEqual({})
})

test("the name of an option finds what is only for it", () => {
  expect(search("cockroachdb")[0]?.changes).toEqual({ database: "cockroachdb" })
})

test("an excerpt is the line that matches, as the page writes it", () => {
  const [result] = search("ENABLEWEBAUTHN")
  expect(result?.excerpt).toEqual(["experimental: { ", "enableWebAuthn", ": true }"])
})

test("one page takes no more than its share of the results", async () => {
  const long = Array.from({ length: 20 }, (_, number) => ({
    id: `id-${number}`,
    heading: `Heading ${number}`,
    pieces: text("word"),
  }))
  const two = await createIndex(
    sectionsOf({
      "/long": { title: "Long", data: long },
      "/short": { title: "Short", data: [{ id: "", heading: "", pieces: text("word") }] },
    }),
  )
  const found = find(two, "word", defaults)
  expect(found.filter(({ page }) => page === "Long")).toHaveLength(4)
  expect(found.map(({ page }) => page)).toContain("Short")
})

test("a message finds its error, with a typo and with whatever else was pasted", () => {
  const page = "/errors/not-allowed"
  expect(addresses("NotAllowedError: The operation timed out.")[0]).toBe(page)
  expect(addresses("The opertion timed out")[0]).toBe(page)
  const line =
    "shop.ts:17 adapter token options passkeys: NotAllowedError: The operation timed out."
  expect(addresses(line)[0]).toBe(page)
})

test("who looks for a word that is also in an error's page is led elsewhere", () => {
  expect(addresses("two files")[0]).toBe("/configure")
  expect(addresses("token")[0]).toBe("/glossary#csrf")
})

test("a page's description finds it, and is shown if no line of the page has more of the words", async () => {
  const [first, ...others] = find(
    await createIndex(
      sectionsOf({
        "/offer": {
          title: "Offer",
          data: [
            {
              id: "",
              heading: "",
              description: "Ask people after a password.",
              pieces: text("A\n"),
            },
            { id: "more", heading: "More", pieces: text("Nothing.\n") },
          ],
        },
      }),
    ),
    "ask after password",
    defaults,
  )
  expect(first?.address).toBe("/offer")
  expect(first?.excerpt.join("")).toBe("Ask people after a password.")
  expect(others).toEqual([])
})

/** What a search finds in some sections, each on a page of its own that is called the same. */
async function found(query: string, sections: Record<string, Piece[]>) {
  const data: Data = {}
  for (const [name, pieces] of Object.entries(sections))
    data[`/${name}`] = { title: "Page", data: [{ id: "", heading: "Part", pieces }] }
  const index = await createIndex(sectionsOf(data))
  return find(index, query, defaults).map(({ address }) => address)
}

test("a definition comes before a long table that repeats the name", async () => {
  const page = "A page of the guide says more than one sentence about one name. ".repeat(6)
  const rows = "backedUp\tthe same\nid\tthe same\nbackedUp\tbackedUp\nname\tthe same\n"
  const sections = {
    table: text(`How each column moves.\n${rows}`),
    definition: text("Whether a passkey is in several places: backedUp says so.\n"),
    ...Object.fromEntries(["a", "b", "c", "d"].map((name) => [name, text(`${page}\n`)])),
  }
  expect(await found("backedUp", sections)).toEqual(["/definition", "/table"])
})

test("code that declares a name comes before code that uses it", async () => {
  const use = { text: "const passkeys = usePasskeys()\nusePasskeys(usePasskeys)\n", isCode: true }
  const hook = { text: "export function usePasskeys() {\n  const a = 1\n}\n", isCode: true }
  const sections = { use: [use as Piece], hook: [hook as Piece] }
  expect(await found("usePasskeys", sections)).toEqual(["/hook", "/use"])
})

test("who names an option finds what only it shows, before what everybody sees", async () => {
  const all = text("A primary key on any server.\n")
  const hidden: Piece[] = [{ text: "A primary key.\n", for: { database: ["sqlserver"] } }]
  const sections = { all, hidden: [...text("\n"), ...hidden] }
  expect((await found("primary key", sections))[0]).toBe("/all")
  expect((await found("sql server primary key", sections))[0]).toBe("/hidden")
})

test("what the guide calls otherwise is found and marked, and comes after the reader's own words", async () => {
  const sections = {
    guide: text("Sign out at any time.\n"),
    own: text("A logout at any time.\n"),
    apart: text("A sign at the door. Go out.\n"),
  }
  expect(await found("logout", sections)).toEqual(["/own", "/guide"])
  const index = await createIndex(
    sectionsOf({
      "/page": { title: "Page", data: [{ id: "", heading: "", pieces: sections.guide }] },
    }),
  )
  const [result] = find(index, "logout", defaults)
  expect(result?.excerpt).toEqual(["", "Sign", " ", "out", " at any time."])
  expect(result?.matches).toEqual(new Set(["sign", "out"]))
})

test("words that many sections have say less than one that few have", async () => {
  const rest = Object.fromEntries(
    ["a", "b", "c", "d"].map((name) => [name, text("Each passkey of a user.\n")]),
  )
  const sections = { many: text("A passkey, a user.\n"), few: text("Rename it.\n"), ...rest }
  expect((await found("rename user passkey", sections))[0]).toBe("/few")
})
