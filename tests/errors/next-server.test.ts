import { expect, onTestFinished, test } from "vitest"
import { makeApp } from "./next-app"
import { reproduces } from "./reproduces"

test("Node.js loads next-auth without a bundler", async () => {
  const app = await makeApp({ "auth.mjs": `import "next-auth"\n` })
  onTestFinished(app.remove)
  const { code, output } = await app.run("auth.mjs")
  expect(code).toBe(1)
  expect(reproduces("next-server-not-found").missingIn([output])).toEqual([])
})
