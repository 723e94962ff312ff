import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto"
import type {
  VerifyAuthenticationResponseOpts,
  VerifyRegistrationResponseOpts,
} from "@simplewebauthn/server"
import { isoCBOR } from "simplewebauthn-server-14/helpers"

/** COSE algorithm identifiers, as `pubKeyCredParams` has them. */
const algorithms = { ES256: -7, EdDSA: -8, RS256: -257 }

export type Algorithm = keyof typeof algorithms

/** Authenticator data's flags. WebAuthn L3 §6.1. */
const flag = {
  userPresent: 0x01,
  userVerified: 0x04,
  backupEligible: 0x08,
  attestedCredentialData: 0x40,
}

/** What an authenticator or a client may say that a relying party must look at. */
export type Circumstances = {
  origin: string
  crossOrigin: boolean
  topOrigin?: string
  rpId: string
  userVerified: boolean
  backupEligible: boolean
  counter: number
}

type Transports = VerifyRegistrationResponseOpts["response"]["response"]["transports"]

type Options = Partial<Circumstances> & {
  algorithm?: Algorithm
  credentialId?: Buffer
  /** The COSE key that it registers, in place of the one that it signs with. */
  publicKey?: Uint8Array<ArrayBuffer>
  transports?: Transports
  /** The model that it says it is, as a UUID. By default it says none. */
  aaguid?: string
  /** Signs again until neither number of an ES256 signature starts with a zero byte: version 9 of SimpleWebAuthn rejects those. */
  avoidsLeadingZeros?: boolean
}

const usual = { crossOrigin: false, userVerified: true, backupEligible: false, counter: 0 }

/** One passkey, and the client that it is used in, without a browser. */
export class SoftwareAuthenticator {
  readonly credentialId: Buffer
  readonly publicKey: Uint8Array<ArrayBuffer>
  private readonly algorithm: Algorithm
  private readonly transports: Transports
  private readonly aaguid: string
  private readonly avoidsLeadingZeros: boolean
  private readonly privateKey: KeyObject
  private readonly circumstances: Circumstances

  /** By default a passkey with ES256 that verifies its user and does not count. */
  constructor(
    origin: string,
    {
      algorithm = "ES256",
      credentialId = randomBytes(32),
      transports = ["internal"],
      aaguid = "00000000-0000-0000-0000-000000000000",
      publicKey: registeredKey,
      avoidsLeadingZeros = false,
      ...deviations
    }: Options = {},
  ) {
    const rpId = new URL(origin).hostname
    this.circumstances = { ...usual, origin, rpId, ...deviations }
    this.algorithm = algorithm
    this.transports = transports
    this.aaguid = aaguid
    this.avoidsLeadingZeros = avoidsLeadingZeros && algorithm === "ES256"
    this.credentialId = credentialId
    const { publicKey, privateKey } = keyPair(algorithm)
    this.publicKey = registeredKey ?? isoCBOR.encode(coseKey(publicKey, algorithm))
    this.privateKey = privateKey
  }

  /** Answers `navigator.credentials.create()`, without attestation. WebAuthn L3 §6.3.2. */
  create(challenge: string): VerifyRegistrationResponseOpts["response"] {
    const attestedCredentialData = Buffer.concat([
      Buffer.from(this.aaguid.replaceAll("-", ""), "hex"),
      Buffer.from([this.credentialId.length >> 8, this.credentialId.length & 0xff]),
      this.credentialId,
      this.publicKey,
    ])
    const attestationObject = isoCBOR.encode(
      new Map<string, string | Uint8Array | Map<string, string>>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        [
          "authData",
          this.authenticatorData(this.circumstances, flag.attestedCredentialData, [
            attestedCredentialData,
          ]),
        ],
      ]),
    )
    return {
      ...this.credential(),
      response: {
        clientDataJSON: clientData("webauthn.create", challenge, this.circumstances),
        attestationObject: Buffer.from(attestationObject).toString("base64url"),
        transports: this.transports,
      },
    }
  }

  /** Answers `navigator.credentials.get()`. WebAuthn L3 §6.3.3. */
  get(
    challenge: string,
    deviations: Partial<Circumstances> = {},
  ): VerifyAuthenticationResponseOpts["response"] {
    const circumstances = { ...this.circumstances, ...deviations }
    const authenticatorData = this.authenticatorData(circumstances)
    const clientDataJSON = clientData("webauthn.get", challenge, circumstances)
    const clientDataHash = sha256(Buffer.from(clientDataJSON, "base64url"))
    const signed = Buffer.concat([authenticatorData, clientDataHash])
    return {
      ...this.credential(),
      response: {
        clientDataJSON,
        authenticatorData: authenticatorData.toString("base64url"),
        signature: this.sign(signed).toString("base64url"),
      },
    }
  }

  private sign(bytes: Buffer): Buffer {
    const digest = this.algorithm === "EdDSA" ? null : "sha256"
    for (;;) {
      const signature = sign(digest, bytes, this.privateKey)
      if (!this.avoidsLeadingZeros || !hasLeadingZero(signature)) return signature
    }
  }

  private credential() {
    const id = this.credentialId.toString("base64url")
    return { id, rawId: id, type: "public-key" as const, clientExtensionResults: {} }
  }

  private authenticatorData(
    { rpId, userVerified, backupEligible, counter }: Circumstances,
    flags = 0,
    rest: Buffer[] = [],
  ) {
    const signCount = Buffer.alloc(4)
    signCount.writeUInt32BE(counter)
    const all =
      flags |
      flag.userPresent |
      (userVerified ? flag.userVerified : 0) |
      (backupEligible ? flag.backupEligible : 0)
    return Buffer.concat([sha256(rpId), Buffer.from([all]), signCount, ...rest])
  }
}

function keyPair(algorithm: Algorithm) {
  if (algorithm === "ES256") return generateKeyPairSync("ec", { namedCurve: "P-256" })
  if (algorithm === "EdDSA") return generateKeyPairSync("ed25519")
  return generateKeyPairSync("rsa", { modulusLength: 2048 })
}

/** RFC 9053 §7.1 (EC2), §7.2 (OKP), and RFC 8230 §4 (RSA). */
function coseKey(publicKey: KeyObject, algorithm: Algorithm) {
  const jwk = publicKey.export({ format: "jwk" })
  const bytes = (text = "") => new Uint8Array(Buffer.from(text, "base64url"))
  const alg: [number, number] = [3, algorithms[algorithm]]
  const entries: Record<Algorithm, [number, number | Uint8Array][]> = {
    ES256: [[1, 2], alg, [-1, 1], [-2, bytes(jwk.x)], [-3, bytes(jwk.y)]],
    EdDSA: [[1, 1], alg, [-1, 6], [-2, bytes(jwk.x)]],
    RS256: [[1, 3], alg, [-1, bytes(jwk.n)], [-2, bytes(jwk.e)]],
  }
  return new Map(entries[algorithm])
}

/** WebAuthn L3 §5.8.1. */
function clientData(type: string, challenge: string, circumstances: Circumstances): string {
  const { origin, crossOrigin, topOrigin } = circumstances
  const json = JSON.stringify({ type, challenge, origin, crossOrigin, topOrigin })
  return Buffer.from(json).toString("base64url")
}

function sha256(data: string | Buffer): Buffer {
  return createHash("sha256").update(data).digest()
}

/** Whether r or s of an ES256 signature has fewer than 32 bytes. DER writes them without leading zeros. RFC 3279 §2.2.3. */
function hasLeadingZero(der: Buffer): boolean {
  // A sequence of two integers: 30 length 02 length r 02 length s. No length here needs two bytes.
  const endOfR = 4 + (der[3] ?? 0)
  // A zero byte in front only keeps the number positive.
  const bytesOf = (integer: Buffer) => integer.length - (integer[0] === 0 ? 1 : 0)
  return bytesOf(der.subarray(4, endOfR)) < 32 || bytesOf(der.subarray(endOfR + 2)) < 32
}
