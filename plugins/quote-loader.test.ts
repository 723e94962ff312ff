import { join } from "node:path"
import { expect, test } from "vitest"
import { root } from "../scripts/root"
import quoteLoader from "./quote-loader.mjs"

function load(source: string) {
  const dependencies: string[] = []
  const context = {
    resourcePath: join(root, "pages/page.mdx"),
    rootContext: root,
    addDependency: (file: string) => void dependencies.push(file),
    addContextDependency: (folder: string) => void dependencies.push(folder),
  }
  return { run: () => quoteLoader.call(context, source), dependencies }
}

test("names the quoted files to webpack, so that an edit in one builds the page again", () => {
  const { run, dependencies } = load('```ts file="demo/starter/auth.ts#auth"\n```\n')
  expect(run()).toContain('filename="auth.ts"')
  expect(dependencies).toEqual([join(root, "demo/starter/auth.ts")])
})

test("names them before it fails, so that the page builds again once the file is mended", () => {
  const { run, dependencies } = load('```ts file="demo/starter/gone.ts"\n```\n')
  expect(run).toThrow("pages/page.mdx: there is no file demo/starter/gone.ts")
  expect(dependencies).toEqual([join(root, "demo/starter/gone.ts")])
})

test("names the folder of the errors' pages, so that a new one is in the index at once", () => {
  const { run, dependencies } = load('<ErrorIndex by="step" />\n')
  expect(run()).toContain("](/errors/missing-adapter)")
  expect(dependencies).toContain(join(root, "pages/errors/"))
  expect(dependencies).toContain(join(root, "pages/errors/missing-adapter.mdx"))
})
