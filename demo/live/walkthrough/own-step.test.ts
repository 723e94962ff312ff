import { expect, test } from "vitest"
import { verifyAuthenticationResponse, verifyRegistrationResponse } from "simplewebauthn-server-14"
import type { Ceremony, ExplainedKind, RecordedPrompt } from "../recording/ceremony"
import { recordedCeremonies } from "./recorded-ceremonies"
import { ownStep } from "./own-step"

const { registration } = recordedCeremonies
const own = (change: Partial<Ceremony>): Ceremony => ({ ...registration, id: "own", ...change })

test("without ceremonies of the reader's of that kind, there is no step", () => {
  expect(ownStep([], "registration", "options")).toBeUndefined()
  const signIn = own({ kind: "authentication" })
  expect(ownStep([signIn], "registration", "options")).toBeUndefined()
})

test("a ceremony that succeeded goes before a later one that failed", () => {
  const failed = own({ outcome: { state: "failed", at: "authenticator", reason: "cancelled" } })
  const succeeded = own({ outcome: { state: "succeeded" } })
  expect(ownStep([failed, succeeded], "registration", "options")?.ceremony).toBe(succeeded)
})

test("of a ceremony that failed, the steps before the failure are done", () => {
  const [options, prompt] = registration.steps
  if (!options || !prompt) throw new Error("The recording is not whole.")
  const failed = own({
    steps: [options, { ...prompt, error: { name: "NotAllowedError", message: "" } }],
    outcome: { state: "failed", at: "authenticator", reason: "NotAllowedError" },
  })
  expect(ownStep([failed], "registration", "options")).toBeDefined()
  expect(ownStep([failed], "registration", "authenticator")).toBeUndefined()
  expect(ownStep([failed], "registration", "verification")).toBeUndefined()
})

const promptOf = (kind: ExplainedKind) => {
  const step = recordedCeremonies[kind].steps.find(
    ({ what }) => what === "authenticator",
  ) as RecordedPrompt
  const { publicKey } = step.options as { publicKey: { challenge: string } }
  return { challenge: publicKey.challenge, response: step.response as never }
}

test("the recorded ceremonies are whole, and a server accepts them", async () => {
  const expected = { expectedOrigin: "http://localhost:3000", expectedRPID: "localhost" }
  const made = promptOf("registration")
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    ...expected,
    expectedChallenge: made.challenge,
    response: made.response,
  })
  expect(verified).toBe(true)
  if (!registrationInfo) return
  const used = promptOf("authentication")
  const authentication = await verifyAuthenticationResponse({
    ...expected,
    expectedChallenge: used.challenge,
    response: used.response,
    credential: registrationInfo.credential,
  })
  expect(authentication.verified).toBe(true)
  for (const { steps, outcome } of Object.values(recordedCeremonies)) {
    expect(steps.map(({ what }) => what)).toEqual([
      "options",
      "authenticator",
      "verification",
      "session",
    ])
    expect(outcome).toEqual({ state: "succeeded" })
  }
})
