import type { ByteReader } from "./byte-reader"
import { contentBytes, contentOf, readDer } from "./der"
import type { Field } from "./field"
import { toHex } from "./hex"
import { rfc, webauthn } from "./specification"

/** ECDSA on the largest curve has at most 141 bytes of DER; the smallest RSA key signs in 128. */
const isRsa = (bytes: Uint8Array) =>
  bytes.length >= 128 && (bytes.length > 141 || bytes[0] !== 0x30)

/**
 * A signature, by its form: ECDSA is DER with r and s; RSA and EdDSA are plain bytes.
 * WebAuthn L3 §6.5.5.
 *
 * @throws {DecodeError} When it can only be ECDSA, and is not.
 */
export function decodeSignature(reader: ByteReader, fields: Field[]): void {
  const length = reader.left
  const start = reader.offset
  const specification = webauthn("sctn-signature-attestation-types")
  const plain = (name: string, explanation: string) =>
    fields.push({
      name,
      value: toHex(reader.take(length, "The signature")),
      range: [start, start + length],
      explanation,
      specification,
    })
  if (isRsa(reader.bytes.subarray(start, reader.end)))
    plain("RSA signature", `A number of ${length} bytes, as long as the key's modulus.`)
  else if (length === 64)
    plain("EdDSA signature", "R and S of Ed25519, 32 bytes each, without DER.")
  else if (length === 114) plain("EdDSA signature", "R and S of Ed448, 57 bytes each, without DER.")
  else {
    decodeEcdsa(reader, fields)
    reader.finish("The signature")
  }
}

/** Ecdsa-Sig-Value. RFC 3279 §2.2.3. */
function decodeEcdsa(reader: ByteReader, fields: Field[]): void {
  const sequence = readDer(reader, "An ECDSA signature", 0x30)
  const content = contentOf(reader, sequence)
  for (const name of ["r", "s"]) {
    const integer = readDer(content, `${name} of the signature`, 0x02)
    const bytes = contentBytes(content, integer)
    const [first = 0, second = 0] = bytes
    fields.push({
      name,
      value: toHex(bytes),
      range: [integer.content, integer.end],
      explanation: `Half of the ECDSA signature, as an integer of ${bytes.length} bytes. ${
        first === 0 && second >= 0x80
          ? "Its first byte is 0, so that the number isn't negative."
          : "DER drops leading zeros, so its length varies."
      }`,
      specification: rfc(3279, "2.2.3"),
      ...(first >= 0x80 && { note: "A negative number, which a signature never contains." }),
      ...(first === 0 && second < 0x80 && { note: "A leading zero that DER doesn't allow." }),
    })
  }
  content.finish("The signature")
}
