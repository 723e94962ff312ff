import { generateKeyPairSync, randomBytes } from "node:crypto"
import * as server9 from "@simplewebauthn/server"
import { isoCBOR } from "simplewebauthn-server-14/helpers"
import { describe, expect, test } from "vitest"
import { vectors } from "../../demo/live/webauthn/samples/specification-vectors.json"
import { simpleWebAuthn } from "../../demo/recipes/verification/passkeys/verification"
import { SoftwareAuthenticator, type Circumstances } from "../support/software-authenticator"
import { hasLeadingZero } from "../support/es256-signature"

// What WebAuthn L3 does not allow, and stock Auth.js accepts: it verifies with `server9`.

const origin = "https://passkeys.example"
const challenge = Buffer.from("a challenge").toString("base64url")
const expected = {
  requireUserVerification: true,
  expectedChallenge: challenge,
  expectedOrigin: origin,
  expectedRPID: new URL(origin).hostname,
}

type Registration = ReturnType<SoftwareAuthenticator["create"]>

async function isRefused(response: Registration, message: RegExp) {
  const options = { ...expected, response }
  expect(await server9.verifyRegistrationResponse(options)).toMatchObject({ verified: true })
  await expect(simpleWebAuthn.verifyRegistrationResponse(options)).rejects.toThrow(message)
}

describe("credential ids", () => {
  test("a registration under another id than that of the authenticator data is refused", async () => {
    const id = randomBytes(32).toString("base64url")
    const response = { ...new SoftwareAuthenticator(origin).create(challenge), id, rawId: id }
    await isRefused(response, /id is not that of the authenticator data/)
  })

  test.each([1_024, 20_000])("%i bytes are refused", async (length) => {
    const credentialId = randomBytes(length)
    const authenticator = new SoftwareAuthenticator(origin, { credentialId })
    await isRefused(
      authenticator.create(challenge),
      new RegExp(`id of ${length} bytes, at most 1023`),
    )
  })

  test("1,023 bytes are accepted", async () => {
    const authenticator = new SoftwareAuthenticator(origin, { credentialId: randomBytes(1_023) })
    const options = { ...expected, response: authenticator.create(challenge) }
    expect(await simpleWebAuthn.verifyRegistrationResponse(options)).toMatchObject({
      verified: true,
    })
  })
})

describe.each([
  ["crossOrigin", { crossOrigin: true }],
  ["topOrigin", { topOrigin: "https://other.example" }],
  ["both", { crossOrigin: true, topOrigin: "https://other.example" }],
])("a frame of another origin, by %s", (_name, circumstances) => {
  test("is refused at registration", async () => {
    const authenticator = new SoftwareAuthenticator(origin, circumstances)
    await isRefused(authenticator.create(challenge), /cross-origin frame/)
  })

  test("is refused at authentication", async () => {
    const { byStock, byStarter } = authenticate(new SoftwareAuthenticator(origin), circumstances)
    expect(await byStock()).toMatchObject({ verified: true })
    await expect(byStarter()).rejects.toThrow(/cross-origin frame/)
  })
})

test.each([true, false])("backup eligibility may not change from %s", async (backupEligible) => {
  const authenticator = new SoftwareAuthenticator(origin, { backupEligible })
  const stored = backupEligible ? "multiDevice" : "singleDevice"
  const same = authenticate(authenticator, {}, stored)
  expect(await same.byStarter()).toMatchObject({ verified: true })
  const changed = authenticate(authenticator, { backupEligible: !backupEligible }, stored)
  expect(await changed.byStock()).toMatchObject({ verified: true })
  await expect(changed.byStarter()).rejects.toThrow(/Unexpected backup eligibility/)
})

/** A response that stock verifies too: it rejects one valid signature in 128. */
function signed(authenticator: SoftwareAuthenticator, deviations: Partial<Circumstances>) {
  for (;;) {
    const response = authenticator.get(challenge, deviations)
    if (!hasLeadingZero(response.response.signature)) return response
  }
}

function authenticate(
  authenticator: SoftwareAuthenticator,
  deviations: Partial<Circumstances>,
  deviceType = "singleDevice",
) {
  const options = {
    ...expected,
    response: signed(authenticator, deviations),
    authenticator: {
      credentialID: new Uint8Array(authenticator.credentialId),
      credentialPublicKey: authenticator.publicKey,
      credentialDeviceType: deviceType,
      counter: 0,
    },
  }
  return {
    byStock: () => server9.verifyAuthenticationResponse(options),
    byStarter: () => simpleWebAuthn.verifyAuthenticationResponse(options),
  }
}

describe("public keys that verify nothing", () => {
  const coordinate = () => new Uint8Array(randomBytes(32))
  const modulusOf = (modulusLength: number) =>
    generateKeyPairSync("rsa", { modulusLength }).publicKey.export({ format: "jwk" }).n ?? ""
  const modulus = modulusOf(2_048)
  const rsa = (n: string, e: number[]): [number, number | Uint8Array][] => [
    [1, 3],
    [3, -257],
    [-1, new Uint8Array(Buffer.from(n, "base64url"))],
    [-2, new Uint8Array(e)],
  ]

  test.each<[string, [number, number | Uint8Array | boolean][], RegExp]>([
    [
      "ES256: a point that is not on the curve",
      [
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, coordinate()],
        [-3, coordinate()],
      ],
      /not a valid EC key/,
    ],
    [
      "ES256: a compressed point",
      [
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, coordinate()],
        [-3, true],
      ],
      /Unexpected parameter -3/,
    ],
    [
      "ES256 on P-384",
      [
        [1, 2],
        [3, -7],
        [-1, 2],
        [-2, coordinate()],
        [-3, coordinate()],
      ],
      /algorithm -7 and type 2/,
    ],
    [
      "EdDSA: 31 bytes",
      [
        [1, 1],
        [3, -8],
        [-1, 6],
        [-2, coordinate().slice(1)],
      ],
      /Unexpected parameter -2/,
    ],
    ["EdDSA with a key of RSA", [...rsa(modulus, [1, 0, 1]), [3, -8]], /algorithm -8 and type 3/],
    ["RS256: exponent 1", rsa(modulus, [1]), /RSA exponent 1/],
    ["RS256: exponent 2", rsa(modulus, [2]), /RSA exponent 2/],
    [
      "RS256: a modulus of 1,024 bits",
      rsa(modulusOf(1_024), [1, 0, 1]),
      /RSA modulus of 1024 bits/,
    ],
    ["RS256: a modulus of 0 bytes", rsa("", [1, 0, 1]), /RSA modulus of 0 bits/],
  ])("%s", async (_name, key, message) => {
    const publicKey = isoCBOR.encode(new Map(key))
    const authenticator = new SoftwareAuthenticator(origin, { publicKey })
    await isRefused(authenticator.create(challenge), message)
  })

  // RSA with SHA-1, ECDSA with SHA-512, RSA-PSS.
  test.each([-65_535, -36, -37])("the algorithm %i, which was not offered", async (algorithm) => {
    const publicKey = isoCBOR.encode(new Map([...rsa(modulus, [1, 0, 1]), [3, algorithm]]))
    const authenticator = new SoftwareAuthenticator(origin, { publicKey })
    await isRefused(authenticator.create(challenge), /Unexpected public key of algorithm/)
  })
})

/** WebAuthn L3 §16: the specification's own examples. */
describe("attestation that nobody asked for", () => {
  const registrationOf = (name: keyof typeof vectors) => {
    const { credentialId, registration } = vectors[name]
    const [id = "", clientDataJSON = "", attestationObject = ""] = [
      credentialId,
      registration.clientDataJSON,
      registration.attestationObject,
    ].map((hex) => Buffer.from(hex, "hex").toString("base64url"))
    const { challenge } = JSON.parse(Buffer.from(registration.clientDataJSON, "hex").toString())
    return {
      requireUserVerification: false,
      expectedChallenge: challenge as string,
      expectedOrigin: "https://example.org",
      expectedRPID: "example.org",
      response: {
        id,
        rawId: id,
        type: "public-key" as const,
        clientExtensionResults: {},
        response: { clientDataJSON, attestationObject },
      },
    }
  }

  test.each(["none-es256", "packed-self-es256", "none-es256-long-credential-id"] as const)(
    "%s is accepted",
    async (name) => {
      const options = registrationOf(name)
      expect(await simpleWebAuthn.verifyRegistrationResponse(options)).toMatchObject({
        verified: true,
      })
    },
  )

  const isRefused = (options: ReturnType<typeof registrationOf>) =>
    expect(simpleWebAuthn.verifyRegistrationResponse(options)).rejects.toThrow(
      /Unexpected attestation of format/,
    )

  test.each(["packed-es256", "packed-rs256", "packed-eddsa"] as const)(
    "%s is refused, where stock verifies it",
    async (name) => {
      const options = registrationOf(name)
      expect(await server9.verifyRegistrationResponse(options)).toMatchObject({ verified: true })
      await isRefused(options)
    },
  )

  test.each(["tpm-es256", "android-key-es256", "apple-es256", "fido-u2f-es256"] as const)(
    "%s is refused before anything is verified",
    async (name) => {
      await isRefused(registrationOf(name))
    },
  )

  test("self attestation with another algorithm than the key's is refused", async () => {
    const options = registrationOf("packed-self-es256")
    const { response } = options.response
    const attestation = Buffer.from(response.attestationObject, "base64url")
    // "alg" and -7, which becomes -257 (RS256).
    const at = attestation.indexOf(Buffer.from("63616c6726", "hex"))
    response.attestationObject = Buffer.concat([
      attestation.subarray(0, at),
      Buffer.from("63616c67390100", "hex"),
      attestation.subarray(at + 5),
    ]).toString("base64url")
    await expect(simpleWebAuthn.verifyRegistrationResponse(options)).rejects.toThrow(
      /Unexpected attestation algorithm -257, expected -7/,
    )
  })
})
