import { describe, expect, test } from "vitest"
import { readBase64, toBase64, toBase64url } from "../webauthn/base64"
import { hex } from "../webauthn/samples/bytes"
import { vectors } from "../webauthn/samples/specification-vectors.json"
import type { Rows } from "../rows/rows"
import type { Ceremony } from "../recording/ceremony"
import { checkCeremony, type Surroundings } from "./check-ceremony"
import { readAttestationObject } from "./read-attestation-object"

type Name = keyof typeof vectors
type Response = Record<string, string>

const base64url = (text: string) => toBase64url(hex(text))
const clientDataOf = (text: string) => JSON.parse(Buffer.from(hex(text)).toString())

const ceremony = (
  kind: Ceremony["kind"],
  publicKey: object,
  id: string,
  response: Response,
): Ceremony => ({
  id: crypto.randomUUID(),
  kind,
  startedAt: 0,
  outcome: { state: "succeeded" },
  steps: [
    {
      what: "authenticator",
      call: kind === "registration" ? "create" : "get",
      start: 0,
      duration: 1,
      options: { publicKey },
      response: { id, rawId: id, type: "public-key", clientExtensionResults: {}, response },
    },
  ],
})

/** The two ceremonies of a test vector of the specification (WebAuthn L3 §16). */
function ceremoniesOf(name: Name) {
  const { credentialId, registration, authentication } = vectors[name]
  const id = base64url(credentialId)
  const alg = [-7, -8, -35, -36, -53, -257]
  const made = {
    clientDataJSON: base64url(registration.clientDataJSON),
    attestationObject: base64url(registration.attestationObject),
  }
  const used = {
    clientDataJSON: base64url(authentication.clientDataJSON),
    authenticatorData: base64url(authentication.authenticatorData),
    signature: base64url(authentication.signature),
  }
  const creation = {
    challenge: clientDataOf(registration.clientDataJSON).challenge,
    rp: { id: "example.org" },
    pubKeyCredParams: alg.map((alg) => ({ type: "public-key", alg })),
  }
  const request = {
    challenge: clientDataOf(authentication.clientDataJSON).challenge,
    rpId: "example.org",
  }
  return { id, made, used, creation, request }
}

const surroundings = (change: Partial<Surroundings> = {}): Surroundings => ({
  origin: "https://example.org",
  rows: null,
  earlier: [],
  ...change,
})

async function outcomes(...[of, change]: [Ceremony, Partial<Surroundings>?]) {
  const checks = await checkCeremony(of, surroundings(change))
  return Object.fromEntries((checks ?? []).map(({ name, outcome }) => [name, outcome]))
}

const names = Object.keys(vectors) as Name[]

describe.each(names)("the specification's vector %s", (name) => {
  const { id, made, used, creation, request } = ceremoniesOf(name)
  const registration = ceremony("registration", creation, id, made)

  test("a registration passes every check that needs no database", async () => {
    const { attestation, "credential id is new": isNew, ...rest } = await outcomes(registration)
    expect(isNew).toBe("unknown")
    const verifiable = /^(none|packed-self)/.test(name)
    expect(attestation).toBe(verifiable ? "passed" : "unknown")
    expect(new Set(Object.values(rest))).toEqual(new Set(["passed"]))
  })

  test("an authentication passes, with the key of the registration", async () => {
    const authentication = ceremony("authentication", request, id, used)
    const { signature, counter, ...rest } = await outcomes(authentication, {
      earlier: [registration],
    })
    expect(signature).toBe("passed")
    expect(counter).toBe("passed")
    expect(rest["credential id"]).toBe("unknown")
    delete rest["credential id"]
    expect(new Set(Object.values(rest))).toEqual(new Set(["passed"]))
  })
})

describe("what is false fails, and only that", () => {
  const { id, made, used, creation, request } = ceremoniesOf("none-es256")
  const registration = ceremony("registration", creation, id, made)
  const failures = async (...given: Parameters<typeof outcomes>) =>
    Object.entries(await outcomes(...given)).flatMap(([name, outcome]) =>
      outcome === "failed" ? [name] : [],
    )
  const authentication = (options: object = {}, response: Response = {}) =>
    ceremony("authentication", { ...request, ...options }, id, { ...used, ...response })

  test("the challenge", async () => {
    expect(await failures(authentication({ challenge: "AAAA" }))).toEqual(["challenge"])
    expect(
      await failures(ceremony("registration", { ...creation, challenge: "AAAA" }, id, made)),
    ).toEqual(["challenge"])
  })

  test("the origin", async () => {
    expect(await failures(authentication(), { origin: "https://example.com" })).toEqual(["origin"])
  })

  test("the RP ID", async () => {
    expect(await failures(authentication({ rpId: "example.com" }))).toEqual(["RP ID"])
    expect(
      await failures(ceremony("registration", { ...creation, rp: { id: "x.org" } }, id, made)),
    ).toEqual(["RP ID"])
  })

  test("the algorithm", async () => {
    const pubKeyCredParams = [{ type: "public-key", alg: -257 }]
    expect(
      await failures(ceremony("registration", { ...creation, pubKeyCredParams }, id, made)),
    ).toEqual(["algorithm"])
  })

  test("the credential, where the options name others", async () => {
    const allowCredentials = [{ type: "public-key", id: "AAAA" }]
    expect(await failures(authentication({ allowCredentials }))).toEqual(["allowed credential"])
  })

  test("a response of the other ceremony", async () => {
    const { clientDataJSON, ...rest } = used
    expect(clientDataJSON).not.toBe(made.clientDataJSON)
    const { challenge } = creation
    expect(
      await failures(
        ceremony("authentication", { ...request, challenge }, id, {
          ...rest,
          clientDataJSON: made.clientDataJSON,
        }),
      ),
    ).toEqual(["type"])
  })

  const withFlags = (flags: number) => {
    const data = readBase64(used.authenticatorData)
    data[32] = flags
    return toBase64url(data)
  }

  test.each([
    ["user present", 0b0000_0100, "required"],
    ["user verified", 0b0000_0001, "required"],
    ["backup flags", 0b0001_0101, "required"],
  ])("%s", async (name, flags, userVerification) => {
    const changed = authentication({ userVerification }, { authenticatorData: withFlags(flags) })
    expect(await failures(changed)).toEqual([name])
    // Whoever changes a bit has no signature for it.
    expect(await failures(changed, { earlier: [registration] })).toEqual([name, "signature"])
  })

  test("user verification, only where the options require it", async () => {
    const data = { authenticatorData: withFlags(0b0000_0001) }
    expect(await failures(authentication({ userVerification: "preferred" }, data))).toEqual([])
  })

  test("the counter", async () => {
    const counting = (count: number) => {
      const data = readBase64(used.authenticatorData)
      data[36] = count
      return authentication({}, { authenticatorData: toBase64url(data) })
    }
    const counter = async (now: number, ...before: number[]) =>
      (await outcomes(counting(now), { earlier: before.map(counting) })).counter
    expect(await counter(2, 1)).toBe("passed")
    expect(await counter(1, 1)).toBe("failed")
    expect(await counter(1, 2, 0)).toBe("failed")
    expect(await counter(0, 0)).toBe("passed")
    expect(await counter(1)).toBe("unknown")
  })
})

/** The COSE key as Auth.js stores it: it ends the authenticator data. */
function storedKey(attestationObject: string): string {
  const { authenticatorData } = readAttestationObject(readBase64(attestationObject))
  const idLength = new DataView(authenticatorData.buffer, authenticatorData.byteOffset + 53)
  return toBase64(authenticatorData.subarray(55 + idLength.getUint16(0)))
}

test("the reader's rows have the key, the credential and a counter of 0", async () => {
  const { id, made, used, request } = ceremoniesOf("none-es256")
  const authentication = ceremony("authentication", request, id, used)
  const row = {
    credentialID: toBase64(readBase64(id)),
    credentialPublicKey: storedKey(made.attestationObject),
    counter: 0,
  }
  const other = { ...row, credentialID: "AAAA", counter: 7 }
  const withRows = (...Authenticator: Rows["Authenticator"]) =>
    outcomes(authentication, { rows: { User: [], Account: [], Session: [], Authenticator } })
  expect(new Set(Object.values(await withRows(other, row)))).toEqual(new Set(["passed"]))

  const { made: made2 } = ceremoniesOf("none-es256-topOrigin")
  const falseKey = { ...row, credentialPublicKey: storedKey(made2.attestationObject) }
  expect((await withRows(falseKey)).signature).toBe("failed")

  const without = await withRows(other)
  expect(without["credential id"]).toBe("unknown")
  expect(without.signature).toBe("unknown")
})

test("before the authenticator has answered there is nothing to check", async () => {
  const unanswered: Ceremony = {
    ...ceremony("authentication", {}, "", {}),
    steps: [],
    outcome: { state: "running" },
  }
  expect(await checkCeremony(unanswered, surroundings())).toBeUndefined()
})
