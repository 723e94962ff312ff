import { join } from "node:path"
import { expect, test, type Page } from "@playwright/test"
import { valuesOf } from "../../components/choices"
import { generate } from "../../scripts/generate"
import { generateForMoves } from "../../scripts/generate-for-moves"
import { allPages, fencesOf, sourceOf } from "../guide/guide-pages"
import { missingImports } from "./missing-imports"
import { removeLine } from "./new-app"
import { markdownInstructions } from "./markdown-instructions"
import { filesAfter, type Files } from "./shown-files"
import { shownSteps } from "./shown-steps"
import { clientOf, typeCheck } from "./type-check"

/** MongoDB needs Prisma 6, which can't be installed beside Prisma 7. */
const databases = valuesOf("database").filter((database) => database !== "mongodb")

/**
 * The pages that build on one another, in the order of the sidebar. Each path starts from
 * `create-next-app`. A page without a chooser is the same for every database.
 */
const paths = [
  { pages: ["quick-start"], databases: ["sqlite"] },
  { pages: ["pages-router"], databases: ["sqlite"] },
  { pages: ["drizzle"], databases },
  {
    pages: [
      "install",
      "database/index",
      "database/from-scratch",
      "configure",
      "built-in-sign-in-page",
      "custom-sign-in-page",
      "extras",
      "settings",
      "autofill",
      "offer-a-passkey",
      "signals",
      "step-up",
      "domains",
      "other-ways-in",
      "recovery",
      "security",
      "production",
      "testing",
    ],
    databases,
  },
  {
    pages: [
      "install",
      "database/index",
      "database/from-scratch",
      "configure",
      "extras",
      "deploy/docker",
      "deploy/observe",
    ],
    // Their files are the same for every database.
    databases: ["sqlite"],
  },
  {
    pages: [
      "install",
      "database/from-scratch",
      "configure",
      "move/better-auth",
      "move/better-auth-sql",
    ],
    databases,
  },
  {
    pages: [
      "install",
      "database/from-scratch",
      "configure",
      "move/simplewebauthn",
      "move/from-simplewebauthn",
    ],
    databases,
  },
]

/** Its sections are for different readers, each with an app of their own: existing-app.spec.ts. */
const withoutPath = ["existing-app"]

/** Where a page says in words what readers of the pages before it do instead. */
const withoutEdits: Record<string, string> = {
  // Recovery codes go around these.
  security: "NextAuth(",
  // whole-life.spec.ts makes this change to the list with signals.
  "step-up": "your-confirmed-passkeys",
}

/** Whether a page's Markdown, which coding assistants read, tells them to do the same as the open page. */
async function expectSameSteps(page: Page, address: string, database: string) {
  const markdown = await page.request.get(`${address}.md?database=${database}`)
  const steps = await shownSteps(page)
  expect(markdownInstructions(await markdown.text()), `${address}.md`).toEqual(steps)
}

/** The folder of the client that a path's files import. After a move, it has the tables of the move. */
const clientFor = async (pages: string[], database: string) =>
  pages.some((name) => name.startsWith("move/"))
    ? join(await generateForMoves(database), "../..")
    : clientOf(database)

/** `create-next-app` writes it. */
const isStylesheet = (path: string) => path.endsWith(".css")

/** What is wrong with the files that the pages of a path show to readers with a database. */
async function problemsOf(page: Page, pages: string[], database: string, change = async () => {}) {
  const problems: string[] = []
  let files: Files = new Map()
  const client = await clientFor(pages, database)
  for (const name of pages) {
    const address = `/${name.replace(/\/index$/, "")}`
    await page.goto(`${address}?database=${database}`)
    await change()
    const after = await filesAfter(page, files, withoutEdits[name])
    files = after.files
    const found = missingImports(files, after.changed, isStylesheet)
    // A program takes a second, and without what is missing it has mistakes of its own.
    if (!found.length && after.changed.length) found.push(...typeCheck(files, client))
    problems.push(...found.map((problem) => `${address}: ${problem}`))
  }
  return problems
}

test.beforeAll(() => generate())

for (const { pages, databases } of paths)
  for (const database of databases)
    test(`the files on ${pages.join(", ")} are complete and compile for ${database}`, async ({
      page,
    }) => {
      test.setTimeout(240_000)
      const sameSteps = () => expectSameSteps(page, new URL(page.url()).pathname, database)
      expect(await problemsOf(page, pages, database, sameSteps)).toEqual([])
    })

test("every page with files to save is on a path", () => {
  const saves = (name: string) => fencesOf(sourceOf(name)).some(({ meta }) => /\ssave\b/.test(meta))
  const names = allPages.map(({ name }) => name)
  const onPath = [...paths.flatMap(({ pages }) => pages), ...withoutPath]
  expect(names.filter(saves).filter((name) => !onPath.includes(name))).toEqual([])
})

test("a file that the pages leave out is named, with the file that imports it", async ({
  page,
}) => {
  const problems = await problemsOf(page, ["drizzle"], "postgresql", () =>
    page.locator("[data-file='database.ts']:visible").evaluate((element) => element.remove()),
  )
  expect(problems).toEqual(["/drizzle: auth.ts imports @/database"])
})

test("a file that does not compile is named, with its mistake", async ({ page }) => {
  test.setTimeout(240_000)
  const problems = await problemsOf(page, ["quick-start"], "sqlite", () =>
    removeLine(page, "auth.ts", "import { PrismaAdapter }"),
  )
  expect(problems).toEqual(["/quick-start: auth.ts: Cannot find name 'PrismaAdapter'."])
})
