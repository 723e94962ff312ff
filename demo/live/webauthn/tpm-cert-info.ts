import type { ByteReader } from "./byte-reader"
import { DecodeError } from "./decode-error"
import type { Field } from "./field"
import { TpmStructure } from "./tpm-structure"

/**
 * What a TPM signed (TPMS_ATTEST). WebAuthn L3 §8.3, TPM 2.0 Part 2 §10.12.8.
 *
 * @throws {DecodeError} With the byte that is wrong.
 */
export function decodeCertInfo(reader: ByteReader, fields: Field[]): void {
  const start = reader.offset
  const structure = new TpmStructure(reader, fields, "10.12.8")
  const magic = structure.number(
    4,
    "magic",
    "Shows that the TPM created this itself: always 0xff544347, which is FF and TCG.",
    new Map([[0xff544347, "TPM_GENERATED_VALUE"]]),
  )
  if (magic !== 0xff544347)
    throw new DecodeError(
      start,
      "certInfo must start with ff 54 43 47: this wasn't created by the TPM.",
    )
  const type = structure.number(
    2,
    "type",
    "What is attested: that a key is in this TPM.",
    new Map([[0x8017, "TPM_ST_ATTEST_CERTIFY"]]),
  )
  if (type !== 0x8017)
    throw new DecodeError(
      start + 4,
      "The type must be 80 17 (TPM_ST_ATTEST_CERTIFY): this attests something other than a key.",
    )
  structure.sized("qualifiedSigner", "The name of the key that signed.")
  structure.sized(
    "extraData",
    "The hash of the authenticator data followed by SHA-256 of clientDataJSON, by the algorithm of alg.",
  )
  structure.long("clock", "Milliseconds that the TPM has been running.")
  structure.number(4, "resetCount", "How often the TPM was reset.")
  structure.number(4, "restartCount", "How often it was restarted since.")
  structure.number(1, "safe", "Whether the clock never told the same time twice.")
  structure.long("firmwareVersion", "The version of the TPM's firmware.")
  structure.sized("name", "The hash of pubArea, after the number of its algorithm.")
  structure.sized("qualifiedName", "The hash of the names of the key and of all keys above it.")
  reader.finish("certInfo")
}
