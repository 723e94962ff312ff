import type { ByteReader } from "./byte-reader"
import { DecodeError } from "./decode-error"
import type { Field } from "./field"
import { noAlgorithm, tpmAlgorithms, TpmStructure } from "./tpm-structure"

const tpmCurves = new Map([
  [0x0003, "P-256"],
  [0x0004, "P-384"],
  [0x0005, "P-521"],
])

/** Schemes that name no hash. */
const schemesWithoutHash = new Set([noAlgorithm, 0x0015])

/**
 * The credential's key as the TPM describes it (TPMT_PUBLIC). WebAuthn L3 §8.3, TPM 2.0 Part 2
 * §12.2.4.
 *
 * @throws {DecodeError} With the byte that is wrong.
 */
export function decodePubArea(reader: ByteReader, fields: Field[]): void {
  const start = reader.offset
  const structure = new TpmStructure(reader, fields, "12.2.4")
  const type = structure.number(2, "type", "The kind of key.", tpmAlgorithms)
  if (type !== 0x0001 && type !== 0x0023)
    throw new DecodeError(start, "The type must be 00 01 (RSA) or 00 23 (ECC).")
  structure.number(2, "nameAlg", "The hash that makes the key's name.", tpmAlgorithms)
  structure.number(4, "objectAttributes", "What the key may be used for, a bit each.", new Map())
  structure.sized("authPolicy", "The hash of the policy that says who may use the key.")
  const symmetric = structure.number(2, "symmetric", "Encryption, for storage keys.", tpmAlgorithms)
  if (symmetric !== noAlgorithm) {
    structure.number(2, "symmetric.keyBits", "The size of that encryption's key.")
    structure.number(2, "symmetric.mode", "The mode of that encryption.", tpmAlgorithms)
  }
  const scheme = structure.number(2, "scheme", "How the key signs; none: any way.", tpmAlgorithms)
  if (!schemesWithoutHash.has(scheme))
    structure.number(2, "scheme.hashAlg", "The hash that it signs with.", tpmAlgorithms)
  if (scheme === 0x001a) structure.number(2, "scheme.count", "A counter of ECDAA.")
  if (type === 0x0001) {
    structure.number(2, "keyBits", "The size of the key.")
    structure.number(4, "exponent", "The public exponent. 0 stands for 65537.")
    structure.sized("unique", "The modulus. It must equal n of the credential's public key.")
  } else {
    structure.number(2, "curveID", "The curve.", tpmCurves)
    const kdf = structure.number(2, "kdf", "A key derivation, which is not used.", tpmAlgorithms)
    if (kdf !== noAlgorithm) structure.number(2, "kdf.hashAlg", "Its hash.", tpmAlgorithms)
    structure.sized("unique.x", "It must equal x of the credential's public key.")
    structure.sized("unique.y", "It must equal y of the credential's public key.")
  }
  reader.finish("pubArea")
}
