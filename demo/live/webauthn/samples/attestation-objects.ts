import { cbor, der, fill, hex, join, number } from "./bytes"

/** COSE keys of each type, with values that need no meaning. RFC 9053 §7, RFC 8230 §4. */
export const coseKeys = {
  ES256: new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, fill(0xaa, 32)],
    [-3, fill(0xbb, 32)],
  ]),
  EdDSA: new Map<number, number | Uint8Array>([
    [1, 1],
    [3, -8],
    [-1, 6],
    [-2, fill(0xcc, 32)],
  ]),
  RS256: new Map<number, number | Uint8Array>([
    [1, 3],
    [3, -257],
    [-1, join(hex("c1"), fill(0xdd, 255))],
    [-2, hex("010001")],
  ]),
}

type Parts = { flags?: number; key?: Uint8Array; extensions?: Uint8Array }

/** Authenticator data of a registration. WebAuthn L3 §6.1. */
export const authenticatorData = ({ flags = 0x45, key, extensions }: Parts = {}): Uint8Array =>
  join(
    fill(0x11, 32), // rpIdHash
    number(flags, 1),
    number(7, 4), // signCount
    hex("00112233 4455 6677 8899 aabbccddeeff"), // aaguid
    number(16, 2), // credentialIdLength
    fill(0x22, 16), // credentialId
    key ?? cbor(coseKeys.ES256),
    extensions ?? new Uint8Array(),
  )

type Statement = Parameters<typeof cbor>[0]

/** WebAuthn L3 §6.5.4. */
export const attestationObject = (
  fmt: string,
  attStmt: Statement,
  authData = authenticatorData(),
): Uint8Array =>
  cbor(
    new Map<string, Statement>([
      ["fmt", fmt],
      ["attStmt", attStmt],
      ["authData", authData],
    ]),
  )

const ecdsaWithSha256 = der(0x30, der(0x06, hex("2a8648ce3d040302")))

const commonName = (name: string) =>
  der(0x30, der(0x31, der(0x30, der(0x06, hex("550403")), der(0x0c, name))))

/** An X.509 certificate with an extension that says an AAGUID. RFC 5280 §4.1. */
export const certificate = der(
  0x30,
  der(
    0x30,
    der(0xa0, hex("020102")), // version 3
    der(0x02, hex("2a")), // serialNumber
    ecdsaWithSha256,
    commonName("Sample root"),
    der(0x30, der(0x17, "240101000000Z"), der(0x18, "30240101000000Z")),
    commonName("Sample attestation"),
    der(
      0x30,
      der(0x30, der(0x06, hex("2a8648ce3d0201")), der(0x06, hex("2a8648ce3d030107"))),
      der(0x03, hex("0004"), fill(0xaa, 32), fill(0xbb, 32)),
    ),
    der(
      0xa3,
      der(
        0x30,
        der(
          0x30,
          der(0x06, hex("2b0601040182e51c010104")),
          der(0x04, der(0x04, hex("00112233445566778899aabbccddeeff"))),
        ),
      ),
    ),
  ),
  ecdsaWithSha256,
  der(0x03, hex("00"), der(0x30, der(0x02, hex("01")), der(0x02, hex("02")))),
)

/** Ecdsa-Sig-Value, with an r that needs a zero before it. RFC 3279 §2.2.3. */
export const ecdsaSignature = der(
  0x30,
  der(0x02, hex("00"), fill(0xf1, 32)),
  der(0x02, fill(0x12, 31)),
)

const rsaSignature = fill(0x5a, 256)

/** TPMS_ATTEST. TPM 2.0 Part 2 §10.12.8. */
export const certInfo = join(
  hex("ff544347 8017"), // magic, type
  number(2, 2), // qualifiedSigner
  hex("000b"),
  number(20, 2), // extraData
  fill(0x33, 20),
  number(1_000, 8), // clock
  number(3, 4), // resetCount
  number(4, 4), // restartCount
  hex("01"), // safe
  number(5, 8), // firmwareVersion
  number(34, 2), // name
  hex("000b"),
  fill(0x44, 32),
  number(0, 2), // qualifiedName
)

/** TPMT_PUBLIC of an RSA key. TPM 2.0 Part 2 §12.2.4. */
export const rsaPubArea = join(
  hex("0001 000b 00060472"), // type, nameAlg, objectAttributes
  number(0, 2), // authPolicy
  hex("0010 0014 000b"), // symmetric, scheme, its hash
  number(2_048, 2), // keyBits
  number(0, 4), // exponent
  number(256, 2), // unique
  hex("c1"),
  fill(0xdd, 255),
)

const base64url = (text: string) =>
  btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")

const safetyNetResponse = [
  base64url('{"alg":"RS256"}'),
  base64url('{"nonce":"AAAA","ctsProfileMatch":true}'),
  base64url("a signature"),
].join(".")

/** A sample of each format of WebAuthn L3 §8, and of self attestation. */
export const attestationObjects: Record<string, Uint8Array> = {
  none: attestationObject("none", new Map()),
  "packed, self": attestationObject(
    "packed",
    new Map<string, Statement>([
      ["alg", -7],
      ["sig", ecdsaSignature],
    ]),
  ),
  "packed, x5c": attestationObject(
    "packed",
    new Map<string, Statement>([
      ["alg", -7],
      ["sig", ecdsaSignature],
      ["x5c", [certificate, certificate]],
    ]),
  ),
  tpm: attestationObject(
    "tpm",
    new Map<string, Statement>([
      ["alg", -257],
      ["sig", rsaSignature],
      ["ver", "2.0"],
      ["x5c", [certificate]],
      ["pubArea", rsaPubArea],
      ["certInfo", certInfo],
    ]),
    authenticatorData({ key: cbor(coseKeys.RS256) }),
  ),
  "android-key": attestationObject(
    "android-key",
    new Map<string, Statement>([
      ["alg", -7],
      ["sig", ecdsaSignature],
      ["x5c", [certificate]],
    ]),
  ),
  "android-safetynet": attestationObject(
    "android-safetynet",
    new Map<string, Statement>([
      ["ver", "14366018"],
      ["response", new TextEncoder().encode(safetyNetResponse)],
    ]),
  ),
  "fido-u2f": attestationObject(
    "fido-u2f",
    new Map<string, Statement>([
      ["sig", ecdsaSignature],
      ["x5c", [certificate]],
    ]),
  ),
  apple: attestationObject("apple", new Map<string, Statement>([["x5c", [certificate]]])),
  "none, with extensions": attestationObject(
    "none",
    new Map(),
    authenticatorData({
      flags: 0xc5,
      key: cbor(coseKeys.EdDSA),
      extensions: cbor(
        new Map<string, Statement>([
          ["credProtect", 3],
          ["hmac-secret", true],
        ]),
      ),
    }),
  ),
}
