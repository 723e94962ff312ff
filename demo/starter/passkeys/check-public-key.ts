import { createPublicKey, type JsonWebKey } from "node:crypto"
import { decodeCredentialPublicKey } from "simplewebauthn-server-14/helpers"

/**
 * Rejects a public key that could never verify a sign-in.
 *
 * @param coseKey The credential public key, as the authenticator sent it.
 * @returns The key's COSE algorithm.
 * @throws {Error} What is wrong with the key.
 */
export function checkPublicKey(coseKey: Uint8Array<ArrayBuffer>): number {
  const key = decodeCredentialPublicKey(coseKey) as unknown as Map<number, unknown>
  const algorithm = Number(key.get(3))
  const { modulusLength, publicExponent } = importKey(jwkOf(key, algorithm))
  // RFC 8812 §2: at least 2,048 bits. RFC 8017 §3.1: an odd exponent of at least 3.
  if (modulusLength !== undefined && modulusLength < 2_048)
    throw new Error(`Unexpected RSA modulus of ${modulusLength} bits, expected 2048 or more`)
  if (publicExponent !== undefined && (publicExponent < 3n || publicExponent % 2n === 0n))
    throw new Error(`Unexpected RSA exponent ${publicExponent}, expected an odd one of at least 3`)
  return algorithm
}

/**
 * Returns the key as a JSON Web Key. It supports the algorithms that Auth.js offers (ES256, EdDSA and
 * RS256) with the curves that WebAuthn L3 §5.8.5 requires. If you offer others, add them.
 */
function jwkOf(key: Map<number, unknown>, algorithm: number): JsonWebKey {
  const [type, curve] = [key.get(1), key.get(-1)]
  if (algorithm === -7 && type === 2 && curve === 1)
    return { kty: "EC", crv: "P-256", x: bytes(key, -2, 32), y: bytes(key, -3, 32) }
  if (algorithm === -8 && type === 1 && curve === 6)
    return { kty: "OKP", crv: "Ed25519", x: bytes(key, -2, 32) }
  if (algorithm === -257 && type === 3) return { kty: "RSA", n: bytes(key, -1), e: bytes(key, -2) }
  throw new Error(`Unexpected public key of algorithm ${algorithm} and type ${type}`)
}

/** One parameter of the key, as base64url. */
function bytes(key: Map<number, unknown>, label: number, length?: number): string {
  const value = key.get(label)
  if (!(value instanceof Uint8Array) || value.length !== (length ?? value.length))
    throw new Error(`Unexpected parameter ${label} of the public key`)
  return Buffer.from(value).toString("base64url")
}

/** Node.js rejects a point that isn't on its curve. */
function importKey(jwk: JsonWebKey) {
  try {
    return createPublicKey({ key: jwk, format: "jwk" }).asymmetricKeyDetails ?? {}
  } catch (cause) {
    throw new Error(`The public key is not a valid ${jwk.kty} key`, { cause })
  }
}
