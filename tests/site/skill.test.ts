import { strFromU8, unzipSync } from "fflate"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { parse } from "yaml"
import { valuesOf } from "../../components/choices"
import { defaultExtras, extras, starterValues } from "../../demo/live/download/starter-options"
import { markdownInstructions } from "../reader/markdown-instructions"
import { rowsOf } from "../support/database-rows"
import { startSite } from "../support/site"
import { makeTemporaryFolder } from "../support/temporary-folder"

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
let site: Awaited<ReturnType<typeof startSite>>

beforeAll(async () => {
  folder = await makeTemporaryFolder()
  site = await startSite({ DATABASE_URL: folder.sqlite("skill") })
})

afterAll(async () => {
  await site?.stop()
  await folder.remove()
})

const ask = (path: string) => fetch(site.origin + path)
const name = "passkeys-with-authjs"

/** The files of the skill, by their paths in its folder. */
async function skillOf(query = "") {
  const answer = await ask(`/api/skill${query}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get("content-type")).toBe("application/zip")
  expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="${name}.zip"`)
  const bytes = await answer.bytes()
  const entries = Object.entries(unzipSync(bytes))
  // The folder's name must be the skill's.
  for (const [path] of entries) expect(path).toMatch(new RegExp(`^${name}/`))
  const files = new Map(
    entries.map(([path, file]) => [path.slice(name.length + 1), strFromU8(file)]),
  )
  return { bytes, files, text: files.get("SKILL.md") ?? "" }
}

const combinations = starterValues.database.flatMap((database, i) => {
  const packageManager = valuesOf("packageManager")[i % valuesOf("packageManager").length] ?? ""
  const signIn = starterValues.signIn[i % 2] ?? ""
  return [{ database, packageManager, signIn, session: starterValues.session[(i >> 1) % 2] ?? "" }]
})

/** All that the download offers for SQLite and npm: one list for both. */
const everything = {
  database: "sqlite",
  packageManager: "npm",
  signIn: "custom",
  extras: Object.keys(extras).join(","),
}

/** The targets of links to files: not those with an address. */
const linkedFiles = (text: string) =>
  [...text.matchAll(/\]\(([^)#\s:]+\.md)(?:#[^)]*)?\)/g)].map(([, path = ""]) => path)

describe.each([...combinations, everything])("%j", (choices) => {
  const query = `?${new URLSearchParams(choices)}`

  test("is valid by the specification, and of a size that an assistant can read", async () => {
    const { files, text } = await skillOf(query)
    const [, yaml = "", body = ""] = /^---\n([^]*?\n)---\n([^]+)$/.exec(text) ?? []
    const matter = parse(yaml)
    expect(Object.keys(matter).sort()).toEqual(
      ["compatibility", "description", "license", "metadata", "name"].sort(),
    )
    expect(matter.name).toBe(name)
    expect(matter.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(matter.name.length).toBeLessThanOrEqual(64)
    expect(matter.description.length).toBeGreaterThan(100)
    expect(matter.description.length).toBeLessThanOrEqual(1_024)
    expect(matter.compatibility.length).toBeLessThanOrEqual(500)
    for (const value of Object.values(matter.metadata)) expect(typeof value).toBe("string")
    expect(text.split("\n").length).toBeLessThan(500)
    // Fewer than 5,000 tokens are recommended. A token has three characters or more.
    expect(body.length).toBeLessThan(15_000)
    for (const [path, { length }] of files) expect([path, length < 100_000]).toEqual([path, true])
    const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0)
    expect(bytes).toBeLessThan(600_000)
  })

  test("links to files that it contains only, and every file is linked", async () => {
    const { files, text } = await skillOf(query)
    const linked = new Set(linkedFiles(text))
    expect([...linked].filter((path) => !files.has(path))).toEqual([])
    const references = [...files.keys()].filter((path) => path !== "SKILL.md")
    expect(references.filter((path) => !linked.has(path))).toEqual([])
    for (const path of references) {
      // Their links to each other have no folder: they are beside each other.
      const missing = linkedFiles(files.get(path) ?? "").filter(
        (file) => !files.has(`references/${file}`),
      )
      expect([path, missing]).toEqual([path, []])
    }
  })

  test("its references are the pages, word for word, but for links", async () => {
    const { files } = await skillOf(query)
    const { database, packageManager } = choices
    const pageChoices = new URLSearchParams({ database, packageManager })
    // Nothing but links differs, so that the steps are those that tests/reader/ compares with the page's.
    const withoutLinks = (markdown: string) => markdown.replace(/\]\([^)\s]+\)/g, "]()")
    for (const [path, text] of files) {
      if (path === "SKILL.md") continue
      const [, address = ""] = new RegExp(`^> From <${site.origin}(/[^>]+)>`, "m").exec(text) ?? []
      const page = await (await ask(`${address}.md?${pageChoices}`)).text()
      expect(withoutLinks(text)).toBe(withoutLinks(page))
    }
    expect(markdownInstructions(files.get("references/install.md") ?? "").length).toBeGreaterThan(3)
  })

  test("its own commands are those of the pages, in the reader's words", async () => {
    const { files, text } = await skillOf(query)
    const pages = [...files].filter(([path]) => path !== "SKILL.md").map(([, page]) => page)
    const checks = text.match(/^ {3}Check: .*$/gm) ?? []
    const commands = checks.flatMap((line) =>
      Array.from(line.matchAll(/`((?:npm|npx|pnpm|yarn|bun|bunx|curl) [^`]+)`/g), ([, one]) => one),
    )
    expect(commands.length).toBeGreaterThan(1)
    for (const command of commands)
      expect([command, pages.some((page) => page.includes(command ?? ""))]).toEqual([command, true])
  })
})

test("the same choices are the same bytes, and others are not", async () => {
  const { bytes } = await skillOf()
  const query = `?session=database&signIn=custom&packageManager=npm&database=sqlite&extras=${defaultExtras.join(",")}`
  expect(Buffer.compare((await skillOf(query)).bytes, bytes)).toBe(0)
  expect(Buffer.compare((await skillOf("?database=mysql")).bytes, bytes)).not.toBe(0)
})

test("each feature that was chosen is a step, and no page is offered twice", async () => {
  const { text } = await skillOf(`?${new URLSearchParams(everything)}`)
  const [order = "", offered = ""] = text.split("## 4. When sign-in works")
  for (const page of ["settings", "autofill", "signals", "step-up"]) {
    expect(order).toMatch(
      new RegExp(`^\\d+\\. \\[.+\\]\\(references/${page}\\.md\\)\\n {3}Check: `, "m"),
    )
    expect(offered).not.toContain(`references/${page}.md`)
  }
  for (const page of ["docker", "proxy", "observe"])
    expect(order.split(`](references/deploy-${page}.md)`)).toHaveLength(3)
  const usual = (await skillOf()).text
  expect(usual).toContain("- [Passkeys in the settings](references/settings.md)")
  expect(usual).not.toContain("references/deploy-docker.md")
})

test("what was chosen decides which pages come in which order", async () => {
  const custom = (await skillOf("?signIn=custom&extras=")).text
  const builtIn = (await skillOf("?signIn=built-in&extras=logger")).text
  expect(custom).toContain("references/custom-sign-in-page.md")
  expect(custom).toContain("The developer chose no extras.")
  expect(builtIn).toContain("references/built-in-sign-in-page.md")
  expect(builtIn).not.toContain("references/custom-sign-in-page.md")
  expect(builtIn).toContain("chose these extras")
  expect((await skillOf("?session=jwt")).text).toContain('`session: { strategy: "jwt" }`')
  expect(custom).not.toContain("Sessions are kept in a cookie")
})

test.each(["?database=oracle", "?package=npm", "?signIn=", "?session=jwt&session=database"])(
  "%s is refused with all that can be chosen",
  async (query) => {
    const answer = await ask(`/api/skill${query}`)
    expect(answer.status).toBe(400)
    const { error, choices } = await answer.json()
    expect(error).toBe("The skill can be downloaded for these choices only.")
    expect(choices).toMatchObject({ ...starterValues, extras: expect.any(Object) })
  },
)

test("other methods are refused", async () => {
  const answer = await fetch(`${site.origin}/api/skill`, { method: "POST" })
  expect(answer.status).toBe(405)
  expect(answer.headers.get("allow")).toBe("GET")
})

test("downloads are counted, with those of the starter", async () => {
  const sql = (change: string) => `${change} WHERE "key" LIKE 'downloads new /%'`
  const run = (change: string) => rowsOf(folder.sqlite("skill"), sql(change))
  await run('DELETE FROM "DemoLimit"')
  await skillOf()
  await (await ask("/api/starter")).arrayBuffer()
  expect(new Set((await run('SELECT "points" FROM "DemoLimit"')).flat().map(Number))).toEqual(
    new Set([2]),
  )
})
