import { expect, test } from "vitest"
import { decodeAnything } from "../../demo/live/webauthn/decode-anything"
import { problemsOf } from "../../demo/live/webauthn/field"
import { fieldAt } from "../../demo/live/webauthn/samples/field-path"
import { SoftwareAuthenticator, type Algorithm } from "../support/software-authenticator"

const origin = "https://passkeys.example"
const challenge = Buffer.from("a challenge").toString("base64url")

test.each<Algorithm>(["ES256", "EdDSA", "RS256"])("real ceremonies with %s", (algorithm) => {
  const authenticator = new SoftwareAuthenticator(origin, { algorithm })
  const made = decodeAnything(JSON.stringify(authenticator.create(challenge)))
  expect(made.kind).toBe("registration response")
  expect(problemsOf(made.sections)).toEqual([])
  const credential = ["attestationObject", "authData", "attestedCredentialData"]
  expect(fieldAt(made.sections, ...credential, "credentialId").value).toBe(
    authenticator.credentialId.toString("base64url"),
  )
  expect(fieldAt(made.sections, ...credential, "credentialPublicKey", "alg (3)").value).toContain(
    algorithm,
  )
  for (let time = 0; time < 50; time++) {
    const used = decodeAnything(JSON.stringify(authenticator.get(challenge, { counter: time })))
    expect(used.kind).toBe("authentication response")
    expect(problemsOf(used.sections)).toEqual([])
    expect(fieldAt(used.sections, "authenticatorData", "signCount").value).toBe(String(time))
    expect(fieldAt(used.sections, "clientDataJSON", "challenge").value).toBe(challenge)
  }
})
