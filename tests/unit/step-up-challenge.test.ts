import { beforeEach, expect, test, vi } from "vitest"
import {
  createStepUpChallenge,
  expiryOfStepUpChallenge,
  stepUpTimeoutMs,
} from "../../demo/recipes/step-up/passkeys/step-up-challenge"

const scope = { userId: "one", deed: "delete-account", nonce: "a" }

beforeEach(() => {
  vi.stubEnv("AUTH_SECRET", "a secret of a test, and of nothing else")
  return () => vi.unstubAllEnvs()
})

test("a challenge says when it expires, and no two are the same", () => {
  const challenge = createStepUpChallenge(scope)
  const expiry = expiryOfStepUpChallenge(challenge, scope)?.getTime() ?? 0
  expect(Math.abs(expiry - Date.now() - stepUpTimeoutMs)).toBeLessThan(5_000)
  expect(createStepUpChallenge(scope)).not.toBe(challenge)
})

test.each([{ userId: "two" }, { deed: "delete-account2" }, { nonce: "b" }, { nonce: "" }])(
  "it's of no use for %j",
  (change) => {
    const challenge = createStepUpChallenge(scope)
    expect(expiryOfStepUpChallenge(challenge, { ...scope, ...change })).toBeUndefined()
  },
)

test("parts of the scope can't be moved from one to the next", () => {
  const challenge = createStepUpChallenge({ userId: "one", deed: "a", nonce: "bc" })
  for (const moved of [
    { userId: "one", deed: "ab", nonce: "c" },
    { userId: "onea", deed: "", nonce: "bc" },
    { userId: 'one","a', deed: "b", nonce: "c" },
  ])
    expect(expiryOfStepUpChallenge(challenge, moved)).toBeUndefined()
})

test("no byte of it can be changed, none added and none left out", () => {
  const bytes = Buffer.from(createStepUpChallenge(scope), "base64url")
  const isAccepted = (changed: Buffer) =>
    expiryOfStepUpChallenge(changed.toString("base64url"), scope) !== undefined
  expect(isAccepted(bytes)).toBe(true)
  for (let index = 0; index < bytes.length; index++) {
    const changed = Buffer.from(bytes)
    changed[index] = (changed[index] ?? 0) ^ 1
    expect(isAccepted(changed)).toBe(false)
  }
  expect(isAccepted(bytes.subarray(0, -1))).toBe(false)
  expect(isAccepted(Buffer.concat([bytes, Buffer.of(0)]))).toBe(false)
  expect(isAccepted(Buffer.alloc(0))).toBe(false)
})

test("the same bytes in another spelling are refused", () => {
  const challenge = createStepUpChallenge(scope)
  for (const spelling of [`${challenge}=`, ` ${challenge}`, `${challenge}\n`])
    expect(expiryOfStepUpChallenge(spelling, scope)).toBeUndefined()
})

test("another server's secret doesn't do, and none at all is a mistake", () => {
  const challenge = createStepUpChallenge(scope)
  vi.stubEnv("AUTH_SECRET", "another secret")
  expect(expiryOfStepUpChallenge(challenge, scope)).toBeUndefined()
  vi.stubEnv("AUTH_SECRET", "")
  expect(() => createStepUpChallenge(scope)).toThrow("AUTH_SECRET is missing")
  expect(() => expiryOfStepUpChallenge(challenge, scope)).toThrow("AUTH_SECRET is missing")
})
