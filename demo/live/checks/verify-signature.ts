import { toJwk } from "../webauthn/public-key"
import { rawSignature } from "./raw-signature"
import type { CoseKey } from "./read-cose-key"

const sha2 = (bits: number, algorithms: number[]) =>
  algorithms.map((algorithm) => [algorithm, `SHA-${bits}`] as const)

const ecdsa = new Map([...sha2(256, [-7, -9]), ...sha2(384, [-35, -51]), ...sha2(512, [-36, -52])])
const pkcs1 = new Map([...sha2(256, [-257]), ...sha2(384, [-258]), ...sha2(512, [-259])])
const pss = new Map([...sha2(256, [-37]), ...sha2(384, [-38]), ...sha2(512, [-39])])

type Parameters = AlgorithmIdentifier & (EcKeyImportParams & EcdsaParams & RsaHashedImportParams)

/** An algorithm of COSE in the words of WebCrypto, for import and for verification. */
function parametersOf(algorithm: number, curve: string): Partial<Parameters> | undefined {
  const [ecdsaHash, pkcs1Hash, pssHash] = [ecdsa, pkcs1, pss].map((hashes) => hashes.get(algorithm))
  if (ecdsaHash) return { name: "ECDSA", namedCurve: curve, hash: ecdsaHash }
  if (pkcs1Hash) return { name: "RSASSA-PKCS1-v1_5", hash: pkcs1Hash }
  if (pssHash)
    return { name: "RSA-PSS", hash: pssHash, ...{ saltLength: Number(pssHash.slice(4)) / 8 } }
  return curve === "Ed25519" || curve === "Ed448" ? { name: curve } : undefined
}

/**
 * Verifies a signature of WebAuthn (L3 §6.5.5) with WebCrypto.
 *
 * @returns `undefined` where this browser's WebCrypto has no such algorithm or curve.
 * @throws {DecodeError} When an ECDSA signature is no DER.
 */
export async function verifySignature(
  { algorithm, key }: CoseKey,
  signed: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean | undefined> {
  if (!key) return undefined
  const jwk = toJwk(key)
  const parameters = parametersOf(algorithm, jwk.crv ?? "") as Parameters | undefined
  if (!parameters) return undefined
  const raw = key.kty === "EC2" ? rawSignature(signature, key.x.length) : signature
  let imported: CryptoKey
  try {
    imported = await crypto.subtle.importKey("jwk", jwk, parameters, false, ["verify"])
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotSupportedError") return undefined
    throw error
  }
  return crypto.subtle.verify(parameters, imported, raw, signed)
}
