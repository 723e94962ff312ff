import {
  createHash,
  generateKeyPairSync,
  randomBytes,
  sign,
} from "node:crypto"

/** What a client or an authenticator may say that isn't true. */
export type Deviations = {
  /** The origin of the page. */
  origin?: string
  /** The RP ID, which the authenticator hashes. */
  rpId?: string
  /** Whether it verified its user. Default: `true`. */
  userVerified?: boolean
  /** The signature counter. Default: 0, which means "not counted". */
  signCount?: number
}

/**
 * One passkey (ES256, not synced), and the client that it's used in. It
 * answers the options of your server without a browser, and it can lie.
 */
export class SoftwarePasskey {
  private readonly credentialId = randomBytes(32)
  private readonly keys = generateKeyPairSync("ec", {
    namedCurve: "P-256",
  })

  /**
   * @param origin The origin of your app. Its hostname is the RP ID,
   * unless the deviations say otherwise.
   * @param deviations What is different in every response.
   */
  constructor(
    private readonly origin: string,
    private readonly deviations: Deviations = {},
  ) {}

  /**
   * Answers `navigator.credentials.create()`, without attestation, as
   * `toJSON()` writes it: WebAuthn L3 §5.1 and §6.5.
   */
  create(
    { challenge }: { challenge: string },
    deviations?: Deviations,
  ) {
    const authenticatorData = Buffer.concat([
      this.authenticatorData(0x40, deviations), // has a public key
      Buffer.alloc(16), // AAGUID
      Buffer.from([0, this.credentialId.length]),
      this.credentialId,
      this.coseKey(),
    ])
    // CBOR of { fmt: "none", attStmt: {}, authData: <164 bytes> }.
    const attestationObject = Buffer.concat([
      Buffer.from("a363666d74646e6f6e656761747453746d74a0", "hex"),
      Buffer.from("68617574684461746158a4", "hex"),
      authenticatorData,
    ])
    return this.credential({
      clientDataJSON: this.clientData("create", challenge, deviations),
      attestationObject: attestationObject.toString("base64url"),
      transports: ["internal"],
    })
  }

  /**
   * Answers `navigator.credentials.get()`, as `toJSON()` writes it:
   * WebAuthn L3 §6.3.3.
   */
  get({ challenge }: { challenge: string }, deviations?: Deviations) {
    const clientDataJSON = this.clientData("get", challenge, deviations)
    const authenticatorData = this.authenticatorData(0, deviations)
    const signed = Buffer.concat([
      authenticatorData,
      sha256(Buffer.from(clientDataJSON, "base64url")),
    ])
    const signature = sign("sha256", signed, this.keys.privateKey)
    return this.credential({
      clientDataJSON,
      authenticatorData: authenticatorData.toString("base64url"),
      signature: signature.toString("base64url"),
    })
  }

  private credential<Response>(response: Response) {
    const id = this.credentialId.toString("base64url")
    return {
      id,
      rawId: id,
      type: "public-key",
      clientExtensionResults: {},
      response,
    }
  }

  /** WebAuthn L3 §5.8.1. */
  private clientData(
    type: "create" | "get",
    challenge: string,
    deviations?: Deviations,
  ): string {
    const { origin } = this.saying(deviations)
    const json = { type: `webauthn.${type}`, challenge, origin }
    return Buffer.from(JSON.stringify(json)).toString("base64url")
  }

  /** WebAuthn L3 §6.1. */
  private authenticatorData(flags: number, deviations?: Deviations) {
    const { rpId, userVerified, signCount } = this.saying(deviations)
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(signCount)
    const present = 0x01
    const verified = userVerified ? 0x04 : 0
    return Buffer.concat([
      sha256(rpId),
      Buffer.from([flags | present | verified]),
      counter,
    ])
  }

  private saying(deviations?: Deviations) {
    const { origin } = this
    const rpId = new URL(origin).hostname
    const usual = { origin, rpId, userVerified: true, signCount: 0 }
    return { ...usual, ...this.deviations, ...deviations }
  }

  /** CBOR of an ES256 key with its x and y: RFC 9053 §7.1. */
  private coseKey() {
    const { x, y } = this.keys.publicKey.export({ format: "jwk" })
    return Buffer.concat([
      Buffer.from("a5010203262001215820", "hex"),
      Buffer.from(String(x), "base64url"),
      Buffer.from("225820", "hex"),
      Buffer.from(String(y), "base64url"),
    ])
  }
}

function sha256(data: string | Buffer) {
  return createHash("sha256").update(data).digest()
}
