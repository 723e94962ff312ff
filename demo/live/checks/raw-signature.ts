import { ByteReader } from "../webauthn/byte-reader"
import { contentBytes, contentOf, readDer } from "../webauthn/der"

/**
 * An ECDSA signature as WebCrypto wants it, r and s of equal length one after the other, from the
 * DER that authenticators send (RFC 3279 §2.2.3). DER drops leading zeros: they are put back.
 *
 * @param length Of a coordinate of the curve, in bytes.
 * @throws {DecodeError} When it is no such DER.
 */
export function rawSignature(signature: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const reader = new ByteReader(signature)
  const content = contentOf(reader, readDer(reader, "An ECDSA signature", 0x30))
  const raw = new Uint8Array(2 * length)
  for (const end of [length, 2 * length]) {
    const number = contentBytes(content, readDer(content, "A half of the signature", 0x02))
    const significant = number.subarray(Math.max(0, number.length - length))
    raw.set(significant, end - significant.length)
  }
  return raw
}
