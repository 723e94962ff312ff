import { expect, test } from "@playwright/test"
import { openApp } from "../reader/use-app"
import { makeReadersApp } from "./readers-app"

test("what is downloaded without extras builds, and signs in on the page of Auth.js", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(240_000)
  const made = await makeReadersApp(String(baseURL), "signIn=built-in&extras=")
  const server = await made.start()
  try {
    const app = await openApp(page, made.origin)
    await app.signIn()
    await app.signOut()
    await app.signIn()
    await app.signOut()
    await app.cancelOnce()
    expect(server.output()).not.toMatch(/\[auth\]\[error\]|⨯/)
  } finally {
    await server.stop()
    await made.remove()
  }
})
