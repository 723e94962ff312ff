import { decodeAttestationObject } from "./attestation-object"
import { decodeAuthenticatorData } from "./authenticator-data"
import { ByteReader } from "./byte-reader"
import { decodeCertificate } from "./certificate"
import { decodeClientData } from "./client-data"
import { decodeCoseKey } from "./cose-key"
import type { Decoded, Kind } from "./decoded"
import { DecodeError } from "./decode-error"
import { decodeJson } from "./decode-json"
import { decodeInto, problemsOf, type Field } from "./field"
import { decodePublicKeyInfo } from "./public-key-info"
import { decodeSignature } from "./signature"
import { webauthn, type Reference } from "./specification"
import { readUtf8 } from "./utf8"

type Candidate = {
  kind: Kind
  name: string
  decode: (reader: ByteReader, fields: Field[]) => void
  /** Whether bytes begin as this does. What begins so and is broken was probably meant as this. */
  looksLike: (bytes: Uint8Array) => boolean
  specification: Reference
}

const begins = (bytes: Uint8Array, ...beginning: number[]) =>
  beginning.every((byte, index) => bytes[index] === byte)

const beginsMap = (bytes: Uint8Array) => (bytes[0] ?? 0) >> 5 === 5

/** A CBOR map whose first key is fmt, attStmt or authData. */
const beginsAttestationObject = (bytes: Uint8Array) =>
  beginsMap(bytes) &&
  (begins(bytes.subarray(1), 0x63, 0x66, 0x6d) ||
    begins(bytes.subarray(1), 0x67, 0x61, 0x74) ||
    begins(bytes.subarray(1), 0x68, 0x61, 0x75))

/** In a sequence of DER, where its first value begins; 0 in what is no sequence. */
function firstInSequence(bytes: Uint8Array): number {
  const length = bytes[1] ?? 0
  if (bytes[0] !== 0x30) return 0
  return length < 0x80 ? 2 : 2 + (length & 7)
}

/** A sequence that begins with an integer. */
const beginsSignature = (bytes: Uint8Array) => bytes[firstInSequence(bytes)] === 0x02

/** A sequence in a sequence: short in a public key, where it is the algorithm; long in a certificate. */
const beginsSequences = (bytes: Uint8Array, long: boolean) => {
  const first = firstInSequence(bytes)
  return first > 0 && bytes[first] === 0x30 && (bytes[first + 1] ?? 0) >= 0x80 === long
}

/** What bytes may be, the most certain first. */
const candidates: Candidate[] = [
  {
    kind: "attestation object",
    name: "attestationObject",
    decode: decodeAttestationObject,
    looksLike: beginsAttestationObject,
    specification: webauthn("sctn-generating-an-attestation-object"),
  },
  {
    kind: "clientDataJSON",
    name: "clientDataJSON",
    decode: decodeClientData,
    looksLike: (bytes) => bytes[0] === 0x7b,
    specification: webauthn("dictionary-client-data"),
  },
  {
    kind: "COSE key",
    name: "credentialPublicKey",
    decode(reader, fields) {
      decodeCoseKey(reader, fields)
      reader.finish("The COSE key")
    },
    looksLike: beginsMap,
    specification: webauthn("sctn-encoded-credPubKey-examples"),
  },
  {
    kind: "signature",
    name: "signature",
    decode: decodeSignature,
    looksLike: beginsSignature,
    specification: webauthn("sctn-signature-attestation-types"),
  },
  {
    kind: "public key",
    name: "publicKey",
    decode: decodePublicKeyInfo,
    looksLike: (bytes) => beginsSequences(bytes, false),
    specification: webauthn("sctn-public-key-easy"),
  },
  {
    kind: "certificate",
    name: "certificate",
    decode: decodeCertificate,
    looksLike: (bytes) => beginsSequences(bytes, true),
    specification: webauthn("sctn-packed-attestation-cert-requirements"),
  },
  {
    kind: "authenticator data",
    name: "authenticatorData",
    decode: decodeAuthenticatorData,
    // The two reserved flags are 0 in all that there is.
    looksLike: (bytes) => bytes.length >= 37 && ((bytes[32] ?? 0) & 0x22) === 0,
    specification: webauthn("sctn-authenticator-data"),
  },
]

/**
 * Bytes without a name: what decodes without a problem, or else what they look like.
 *
 * @throws {DecodeError} When they look like nothing of WebAuthn.
 */
export function decodeBytes(bytes: Uint8Array, text: string): Decoded {
  let likely: Decoded | undefined
  for (const candidate of candidates) {
    const { kind, name, decode, looksLike, specification } = candidate
    if (!looksLike(bytes)) continue
    const field: Field = { name, bytes, specification }
    decodeInto(field, (children) => decode(new ByteReader(bytes), children))
    const decoded = { kind, text, sections: [field] }
    if (problemsOf([field]).length === 0) return decoded
    likely ??= decoded
  }
  const inner = bytes[0] === 0x7b ? responseInside(bytes) : undefined
  if (inner) return inner
  if (likely) return likely
  throw new DecodeError(0, unknownBytes(bytes))
}

/** JSON of a response or of options that somebody encoded once more. */
function responseInside(bytes: Uint8Array): Decoded | undefined {
  try {
    return decodeJson(readUtf8(bytes, 0, bytes.length, "JSON"))
  } catch (error) {
    if (error instanceof DecodeError) return undefined
    throw error
  }
}

const unknownBytes = ({ length }: Uint8Array) =>
  `${length} ${length === 1 ? "byte" : "bytes"} without a structure that WebAuthn defines. ${
    length < 37
      ? "Authenticator data has at least 37. It may be a challenge, a credential's id or a user handle, which can be any bytes."
      : "It may be a challenge, a credential's id, or an RSA or EdDSA signature."
  }`
