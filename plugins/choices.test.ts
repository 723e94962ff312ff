import { expect, test } from "vitest"
import { root } from "../scripts/root"
import { choicesIn, expandChoices, nameChoices } from "./choices.mjs"

const expand = (content: string) => expandChoices("pages/p.mdx", content, root)

test("a fence is written once for each database, with the file of that database", () => {
  const expanded = expand(
    '```sql file="prisma/{database}/schema.prisma#User" per="database"\n```\n',
  )
  expect(expanded).toContain(
    '<Choice database="sqlite">\n\n```sql file="prisma/sqlite/schema.prisma#User"\n```\n\n</Choice>',
  )
  expect(expanded).toContain('```sql file="prisma/postgresql/schema.prisma#User"\n')
})

test("a file of the starter is the recipe's, where a database has one of its own", () => {
  const expanded = expand('```ts file="demo/starter/prisma.ts" per="database" highlight="x"\n```\n')
  expect(expanded).toContain('```ts file="demo/starter/prisma.ts" highlight="x"\n')
  expect(expanded).toContain('file="demo/recipes/postgresql/prisma.ts" highlight="x"\n')
})

test("databases whose files are the same share what is shown, and all of the files are read", () => {
  const read: string[] = []
  const file = "demo/recipes/move-to-better-auth/{database}/models.prisma"
  const fence = `\`\`\`prisma file="${file}" per="database"\n\`\`\`\n`
  const expanded = expandChoices("pages/p.mdx", fence, root, (path) => read.push(path))
  expect(expanded).toContain('<Choice database="sqlite postgresql cockroachdb">')
  expect(expanded).toContain('<Choice database="mysql">')
  expect(read).toContain("demo/recipes/move-to-better-auth/postgresql/models.prisma")
})

test("npm commands are translated for each package manager", () => {
  const expanded = expand(
    '```sh per="packageManager"\nnpm install --save-exact --save-dev a@1.0.0\nnpx b c\n```\n',
  )
  for (const [manager, install, run] of [
    ["npm", "npm install --save-exact --save-dev a@1.0.0", "npx b c"],
    ["pnpm", "pnpm add --save-exact --save-dev a@1.0.0", "pnpm exec b c"],
    ["yarn", "yarn add --exact --dev a@1.0.0", "yarn b c"],
    ["bun", "bun add --exact --dev a@1.0.0", "bunx b c"],
  ])
    expect(expanded).toContain(
      `<Choice packageManager="${manager}">\n\n\`\`\`sh\n${install}\n${run}\n\`\`\`\n`,
    )
})

test("a create- package runs without being installed, and each manager writes its own lock file", () => {
  const expanded = expand(
    '```sh per="packageManager" run writes="package.json package-lock.json"\nnpx create-next-app@16.4.3 . --yes\n```\n',
  )
  for (const [lockFile, command] of [
    ["package-lock.json", "npx create-next-app@16.4.3 . --yes"],
    ["pnpm-lock.yaml", "pnpm create next-app@16.4.3 . --yes"],
    ["yarn.lock", "yarn create next-app@16.4.3 . --yes"],
    ["bun.lock", "bun create next-app@16.4.3 . --yes"],
  ])
    expect(expanded).toContain(
      `\`\`\`sh run writes="package.json ${lockFile}"\n${command}\n\`\`\`\n`,
    )
})

test("options are left out, where a page has something else for them", () => {
  const fence = (except: string) =>
    '```sql file="prisma/{database}/a.sql" per="database" except="' + except + '"\n```\n'
  const expanded = expand(fence("mongodb sqlite"))
  expect(expanded).toContain('file="prisma/postgresql/a.sql"\n')
  expect(expanded).not.toMatch(/mongodb|sqlite|except/)
  expect(() => expand(fence("mongo"))).toThrow("pages/p.mdx: the choice database has no mongo.")
})

test("a choice that does not exist is named, with the page and those that do", () => {
  expect(() => expand('```sh per="colour"\nls\n```\n')).toThrow(
    "pages/p.mdx: there is no choice colour. There are: database, packageManager.",
  )
})

test("other fences are left alone", () => {
  expect(expand("```sh\nls\n```\n")).toBe("```sh\nls\n```\n")
})

test.each([
  ['<Choice database="sqlite mysql">', ["database"]],
  ['<Choice inline except="mongodb sqlserver">', ["database"]],
  [
    '<Choice as="li" packageManager="bun"> <Choice except="sqlite">',
    ["database", "packageManager"],
  ],
  ["A page about `Choice`.", []],
])("%s depends on %j", (content, names) => {
  expect(choicesIn(content)).toEqual(names)
})

test("a page says in its front matter what it depends on", () => {
  const page = "---\ntitle: A page\n---\n\n---\n"
  expect(nameChoices(`${page}<Choice database="sqlite">`)).toMatch(
    /^---\nchoices: \[database\]\ntitle: A page\n---\n\n---\n</,
  )
  expect(nameChoices(page)).toBe(page)
})

test("commands have a tab for each package manager, other variants have none", () => {
  expect(expand('```sh per="packageManager"\nnpm ci\n```\n')).toMatch(
    /^<ChoiceTabs name="packageManager">\n\n<Choice [^]*<\/Choice>\n\n<\/ChoiceTabs>\n$/,
  )
  const indented = expand('- a\n\n  ```sh per="packageManager"\n  npm ci\n  ```\n')
  expect(indented).toContain('\n  <ChoiceTabs name="packageManager">\n\n  <Choice ')
  expect(indented).toContain("\n  </ChoiceTabs>\n")
  expect(expand('```ts file="demo/starter/prisma.ts" per="database"\n```\n')).not.toContain("Tabs")
})
