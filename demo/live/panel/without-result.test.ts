import { expect, test } from "vitest"
import { PasskeyError } from "../../recipes/custom-sign-in-page/passkeys/passkey-error"
import { isNameTaken } from "./name-taken"
import { withoutResult } from "./without-result"

const cancelled = new PasskeyError("cancelled")

test("a closed prompt says what it changed: nothing", () => {
  const words = withoutResult({ attempt: { action: "signIn" }, error: cancelled })
  expect(words?.todo).toBe("You aren't signed in. Try again when you're ready.")
})

test("a prompt that the browser never showed asks for another press", () => {
  const attempt = { action: "register", needsPress: true } as const
  expect(withoutResult({ attempt, error: cancelled })?.todo).toContain("“Create a passkey” again.")
})

test("whoever stops waiting hears what may have been written", () => {
  const todoOf = (action: "register" | "signIn", stoppedAt: "options" | "verification") =>
    withoutResult({ attempt: { action, stoppedAt }, error: undefined })?.todo
  expect(todoOf("register", "options")).toBe("No passkey was saved.")
  expect(todoOf("register", "verification")).toContain("may have saved the passkey")
  expect(todoOf("signIn", "verification")).toContain("may have signed you in")
})

test("every other error is one", () => {
  for (const code of ["network", "server", "refused"] as const)
    expect(
      withoutResult({ attempt: { action: "register" }, error: new PasskeyError(code) }),
    ).toBeUndefined()
})

test("only a new account's name is taken, and only where Auth.js has said no more", () => {
  const error = new PasskeyError("refused")
  const attempt = { action: "register", name: "quiet-otter-4821" } as const
  expect(isNameTaken({ attempt, error }, "Invalid request")).toBe(true)
  expect(isNameTaken({ attempt, error }, "Too many accounts.")).toBe(false)
  expect(isNameTaken({ attempt: { action: "addPasskey" }, error }, "Invalid request")).toBe(false)
  expect(isNameTaken({ attempt, error: new PasskeyError("server") }, "Invalid request")).toBe(false)
})
