import { toBase64, toBase64url } from "./base64"
import { curves } from "./cose-names"
import { derBitString, derInteger, derNull, derObjectIdentifier, derSequence } from "./der-writing"

/** A public key as COSE has it, its values in bytes. */
export type PublicKey =
  | { kty: "EC2"; crv: number; x: Uint8Array; y: Uint8Array }
  | { kty: "OKP"; crv: number; x: Uint8Array }
  | { kty: "RSA"; n: Uint8Array; e: Uint8Array }

/** JSON Web Key. RFC 7517, RFC 7518 §6, RFC 8037 §2. */
export function toJwk(key: PublicKey): Record<string, string> {
  if (key.kty === "RSA")
    return { kty: "RSA", n: toBase64url(unpadded(key.n)), e: toBase64url(unpadded(key.e)) }
  const crv = curves.get(key.crv)?.name ?? ""
  if (key.kty === "OKP") return { kty: "OKP", crv, x: toBase64url(key.x) }
  return { kty: "EC", crv, x: toBase64url(key.x), y: toBase64url(key.y) }
}

/** SubjectPublicKeyInfo in DER: what `getPublicKey()` gives. RFC 5280 §4.1, WebAuthn L3 §5.2.1.1. */
export function toSpki(key: PublicKey): Uint8Array {
  if (key.kty === "RSA")
    return derSequence(
      derSequence(derObjectIdentifier("1.2.840.113549.1.1.1"), derNull()),
      derBitString(derSequence(derInteger(key.n), derInteger(key.e))),
    )
  const oid = derObjectIdentifier(curves.get(key.crv)?.oid ?? "")
  if (key.kty === "OKP") return derSequence(derSequence(oid), derBitString(key.x))
  return derSequence(
    derSequence(derObjectIdentifier("1.2.840.10045.2.1"), oid),
    derBitString(Uint8Array.of(4), key.x, key.y),
  )
}

/** The same as text. RFC 7468 §13. */
export function toPem(spki: Uint8Array): string {
  const lines = toBase64(spki).match(/.{1,64}/g) ?? []
  return ["-----BEGIN PUBLIC KEY-----", ...lines, "-----END PUBLIC KEY-----"].join("\n")
}

/** Numbers have no leading zeros in JWK. RFC 7518 §2, Base64urlUInt. */
function unpadded(number: Uint8Array): Uint8Array {
  const first = number.findIndex((byte) => byte !== 0)
  return first === -1 ? number.subarray(-1) : number.subarray(first)
}
