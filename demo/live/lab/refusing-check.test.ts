import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { createCredential } from "../practice/create-credential"
import { memoryStore } from "../practice/memory-store"
import type { PracticePasskey } from "../practice/practice-passkey"
import type { Ceremony } from "../recording/ceremony"
import { assertion, type Statement } from "./assertion"
import { ceremonyOf } from "./ceremony-of"
import { falseStatements } from "./false-statements"
import { authenticatorWith } from "./lab-account"
import { refusingCheck } from "./refusing-check"
import { truth } from "./send-response"

const options = { challenge: "AAECAwQFBgcICQoLDA0ODw", userVerification: "required" as const }
let passkey: PracticePasskey
let registration: Ceremony

beforeAll(async () => {
  vi.stubGlobal("location", { origin: "http://localhost:3000", hostname: "localhost" })
  const store = memoryStore()
  const credential = await createCredential(authenticatorWith(store), {
    publicKey: {
      challenge: new Uint8Array(16),
      rp: { name: "Guide" },
      user: { id: new Uint8Array(8), name: "a", displayName: "a" },
      pubKeyCredParams: [],
    },
  })
  passkey = (await store.all())[0]!
  registration = ceremonyOf("registration", options, credential.toJSON())
})
afterAll(() => vi.unstubAllGlobals())

/** The check that refuses a response in which this is false. */
const checkFor = async (name: keyof typeof falseStatements, falsehood: Partial<Statement>) => {
  const response = await assertion(passkey, { ...truth(options), ...falsehood })
  return refusingCheck(name, options, response, [registration])
}

test.each([
  ["wrong-origin", "origin"],
  ["wrong-rp-id", "RP ID"],
  ["changed-signature", "signature"],
  ["changed-authenticator-data", "signature"],
  ["no-user-verification", "user verified"],
] as const)("%s fails the check “%s”, and no check before it", async (name, check) => {
  expect((await checkFor(name, falseStatements[name])).name).toBe(check)
})

test("a response in which all is true fails none", async () => {
  expect((await checkFor("wrong-origin", {})).name).toBe("none")
})

test("the case says more where only the server can check", async () => {
  const response = await assertion(passkey, truth(options))
  const check = await refusingCheck("replayed-response", options, response, [registration])
  expect(check).toMatchObject({ name: "challenge", about: expect.stringContaining("used") })
})
