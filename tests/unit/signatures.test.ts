import * as server9 from "@simplewebauthn/server"
import { describe, expect, test } from "vitest"
import { simpleWebAuthn } from "../../demo/recipes/verification/passkeys/verification"
import {
  SoftwareAuthenticator,
  type Algorithm,
  type Circumstances,
} from "../support/software-authenticator"
import { hasLeadingZero } from "../support/es256-signature"

const origin = "https://passkeys.example"
const challenge = Buffer.from("a challenge").toString("base64url")

/** What Auth.js asks for at each ceremony, with its `Passkey` provider's own options. */
const expected = {
  requireUserVerification: true,
  expectedChallenge: challenge,
  expectedOrigin: origin,
  expectedRPID: new URL(origin).hostname,
}

/** What Auth.js reads from the database: its `fromAdapterAuthenticator()`. */
const stored = (authenticator: SoftwareAuthenticator, counter = 0) => ({
  credentialID: new Uint8Array(authenticator.credentialId),
  credentialPublicKey: authenticator.publicKey,
  credentialDeviceType: "singleDevice",
  counter,
})

test("of 6,000 valid ES256 signatures stock refuses those with a leading zero, the starter none", async () => {
  const count = 6_000
  const authenticator = new SoftwareAuthenticator(origin)
  const withLeadingZero: ReturnType<typeof authenticator.get>[] = []
  const others: typeof withLeadingZero = []
  for (let signed = 0; signed < count; signed++) {
    const response = authenticator.get(challenge)
    if (hasLeadingZero(response.response.signature)) withLeadingZero.push(response)
    else others.push(response)
  }
  console.log(`Of ${count} valid signatures ${withLeadingZero.length} have a leading zero byte.`)
  // r and s are as good as random: 1 - (255/256)² of the signatures, which is 1 in 128, are 47. Fewer
  // than 9 or more than 119 come once in 10¹¹ runs.
  expect(withLeadingZero.length).toBeGreaterThan(8)
  expect(withLeadingZero.length).toBeLessThan(120)

  const verify = async (response: (typeof others)[number]) => {
    const options = { ...expected, response, authenticator: stored(authenticator) }
    return {
      stock: (await server9.verifyAuthenticationResponse(options)).verified,
      starter: (await simpleWebAuthn.verifyAuthenticationResponse(options)).verified,
    }
  }
  for (const response of withLeadingZero)
    expect(await verify(response)).toEqual({ stock: false, starter: true })
  for (const response of others.slice(0, 100))
    expect(await verify(response)).toEqual({ stock: true, starter: true })
})

describe.each<Algorithm>(["ES256", "EdDSA", "RS256"])("a passkey with %s", (algorithm) => {
  const authenticator = new SoftwareAuthenticator(origin, { algorithm })

  test("registers, and Auth.js gets what version 9 gives it", async () => {
    const options = { ...expected, response: authenticator.create(challenge) }
    const byStock = await server9.verifyRegistrationResponse(options)
    const byStarter = await simpleWebAuthn.verifyRegistrationResponse(options)
    expect(byStarter.verified).toBe(true)
    expect(comparable(byStarter.registrationInfo)).toEqual(comparable(byStock.registrationInfo))
  })

  test("signs in", async () => {
    const { verified, authenticationInfo } = await simpleWebAuthn.verifyAuthenticationResponse({
      ...expected,
      response: authenticator.get(challenge, { counter: 8 }),
      authenticator: stored(authenticator, 7),
    })
    expect(verified).toBe(true)
    expect(authenticationInfo.newCounter).toBe(8)
  })
})

const deviations: [string, Partial<Circumstances>, message: RegExp][] = [
  [
    "another origin",
    { origin: "https://passkeys.evil" },
    /response origin "https:\/\/passkeys.evil"/,
  ],
  ["another RP ID", { rpId: "evil" }, /Unexpected RP ID hash/],
  ["no user verification", { userVerified: false }, /User verification (was )?required/],
]

describe("refused at registration", () => {
  test.each(deviations)("%s", async (_name, deviation, message) => {
    const authenticator = new SoftwareAuthenticator(origin, deviation)
    const options = { ...expected, response: authenticator.create(challenge) }
    await expect(server9.verifyRegistrationResponse(options)).rejects.toThrow(message)
    await expect(simpleWebAuthn.verifyRegistrationResponse(options)).rejects.toThrow(message)
  })

  test("another challenge", async () => {
    const response = new SoftwareAuthenticator(origin).create("another")
    await expect(
      simpleWebAuthn.verifyRegistrationResponse({ ...expected, response }),
    ).rejects.toThrow(/Unexpected registration response challenge "another"/)
  })

  test("an answer to the other ceremony", async () => {
    const authenticator = new SoftwareAuthenticator(origin)
    const response = authenticator.create(challenge)
    response.response.clientDataJSON = authenticator.get(challenge).response.clientDataJSON
    await expect(
      simpleWebAuthn.verifyRegistrationResponse({ ...expected, response }),
    ).rejects.toThrow(/Unexpected registration response type: webauthn.get/)
  })
})

describe("refused at authentication", () => {
  const authenticator = new SoftwareAuthenticator(origin)
  const verify = (response: ReturnType<typeof authenticator.get>, counter = 0) =>
    simpleWebAuthn.verifyAuthenticationResponse({
      ...expected,
      response,
      authenticator: stored(authenticator, counter),
    })

  test.each(deviations)("%s", async (_name, deviation, message) => {
    await expect(verify(authenticator.get(challenge, deviation))).rejects.toThrow(message)
  })

  test("no user verification, where nothing was said about it", async () => {
    await expect(
      simpleWebAuthn.verifyAuthenticationResponse({
        ...expected,
        requireUserVerification: undefined,
        response: authenticator.get(challenge, { userVerified: false }),
        authenticator: stored(authenticator),
      }),
    ).rejects.toThrow(/User verification required/)
  })

  test("another challenge", async () => {
    await expect(verify(authenticator.get("another"))).rejects.toThrow(
      /Unexpected authentication response challenge "another"/,
    )
  })

  test.each([
    [5, 6],
    [6, 6],
    [0, 6],
  ])("the counter %i after %i", async (counter, storedCounter) => {
    await expect(verify(authenticator.get(challenge, { counter }), storedCounter)).rejects.toThrow(
      `Response counter value ${counter} was lower than expected ${storedCounter}`,
    )
  })

  test("a signature over something else", async () => {
    const response = authenticator.get(challenge)
    response.response.signature = authenticator.get(challenge, { counter: 1 }).response.signature
    expect(await verify(response)).toMatchObject({ verified: false })
  })

  test("a signature by another key", async () => {
    const response = authenticator.get(challenge)
    response.response.signature = new SoftwareAuthenticator(origin).get(
      challenge,
    ).response.signature
    expect(await verify(response)).toMatchObject({ verified: false })
  })

  test("a signature with one bit changed", async () => {
    const response = authenticator.get(challenge)
    const signature = Buffer.from(response.response.signature, "base64url")
    signature[signature.length - 1]! ^= 1
    response.response.signature = signature.toString("base64url")
    expect(await verify(response)).toMatchObject({ verified: false })
  })
})

/** Byte arrays as text: whether one is a Buffer does not matter to Auth.js. */
function comparable(info: server9.VerifiedRegistrationResponse["registrationInfo"]) {
  return Object.entries(info ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, value instanceof Uint8Array ? [...value] : value])
    .sort()
}
