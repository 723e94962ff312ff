import { encodeCBOR } from "@levischuck/tiny-cbor"
import { readBase64 } from "../webauthn/base64"
import type { Bytes } from "./bytes"
import type { PracticeAlgorithm } from "./practice-passkey"

const parameters = {
  [-7]: { name: "ECDSA", namedCurve: "P-256" },
  [-257]: {
    name: "RSASSA-PKCS1-v1_5",
    modulusLength: 2048,
    publicExponent: Uint8Array.of(1, 0, 1),
    hash: "SHA-256",
  },
}

/** A new key pair, its public key in the two forms that WebAuthn has: COSE and SubjectPublicKeyInfo. */
export async function makeKeyPair(algorithm: PracticeAlgorithm) {
  // Only the private key obeys `extractable`: public keys can always be read.
  const pair = await crypto.subtle.generateKey(parameters[algorithm], false, ["sign", "verify"])
  const { privateKey, publicKey } = pair as CryptoKeyPair
  return {
    privateKey,
    coseKey: coseKey(algorithm, await crypto.subtle.exportKey("jwk", publicKey)),
    spki: new Uint8Array(await crypto.subtle.exportKey("spki", publicKey)),
  }
}

/** COSE_Key. RFC 9053 §7.1 (EC2), RFC 8230 §4 (RSA), and WebAuthn L3 §6.5.1. */
function coseKey(algorithm: PracticeAlgorithm, { x, y, n, e }: JsonWebKey): Bytes {
  const bytes = (text = "") => readBase64(text)
  const entries: [number, number | Uint8Array][] =
    algorithm === -7
      ? [
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, bytes(x)],
          [-3, bytes(y)],
        ]
      : [
          [1, 3],
          [3, -257],
          [-1, bytes(n)],
          [-2, bytes(e)],
        ]
  return new Uint8Array(encodeCBOR(new Map(entries)))
}
