import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { root } from "../scripts/root"
import { diffsOf, expandRecipes } from "./recipes.mjs"

const read = (path: string) => readFileSync(join(root, path), "utf8")
const recipeOf = (name: string) => JSON.parse(read(`demo/recipes/${name}/recipe.json`))
const expand = (content: string, onRead?: (file: string) => void) =>
  expandRecipes("pages/p.mdx", content, root, onRead)

test("a change of auth.ts is shown with the line above it", () => {
  const read: string[] = []
  expect(
    expand('```diff recipe="safe-registration" edit="auth.ts"\n```\n', (file) => read.push(file)),
  ).toBe(`\`\`\`diff edit="auth.ts"
 import Passkey from "next-auth/providers/passkey"
+import { safeRegistration } from "@/passkeys/safe-registration"
\`\`\`

\`\`\`diff edit="auth.ts"
 } satisfies NextAuthConfig
 
-export const { handlers, auth, signIn, signOut } = NextAuth(config)
+export const { handlers, auth, signIn, signOut } = NextAuth(safeRegistration(config, prisma))
\`\`\`
`)
  expect(read).toEqual(["demo/recipes/safe-registration/recipe.json", "demo/starter/auth.ts"])
})

test("a line that is only removed, and one at the top, are shown", () => {
  expect(diffsOf("a.ts", "a\nb\nc\n", [["b\n", ""]])).toEqual([[" a", "-b"]])
  expect(diffsOf("a.ts", "a\nb\n", [["a", "x"]])).toEqual([["-a", "+x"]])
  expect(diffsOf("a.ts", "a\nb\n", [["a", "x\na"]])).toEqual([["+x", " a"]])
})

test("the line below is shown where the one above is there more than once", () => {
  const text = "a {\n}\n\nb {\n}\n\nc {\n}\n"
  expect(diffsOf("a.prisma", text, [["c {\n", "x {\n}\n\nc {\n"]])).toEqual([
    [" }", " ", "+x {", "+}", "+", " c {"],
  ])
})

test("says what an extra buys and costs, when to delete it, and counts its lines", () => {
  const text = expand('<Recipe name="logger" />')
  expect(text).toContain(`- **What you get.** ${recipeOf("logger").buys}\n`)
  const lines = read("demo/recipes/logger/auth-logger.ts").match(/^.*\S.*$/gm)?.length
  expect(text).toContain(
    `Its file has ${lines} lines, not counting blank ones.\n- **When to delete it.** When your own`,
  )
})

test.each([
  ['```diff recipe="none" edit="auth.ts"\n```', "there is no file demo/recipes/none/recipe.json"],
  ['```diff recipe="logger" edit="b.ts"\n```', "pages/p.mdx: the recipe logger doesn't edit b.ts"],
])("%s fails, and names the page", (fence, message) => {
  expect(() => expand(fence)).toThrow(message)
})

test("other fences are left alone", () => {
  const page = '```diff edit="auth.ts"\n+a\n```\n'
  expect(expand(page)).toBe(page)
})
