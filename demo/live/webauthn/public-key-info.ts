import type { ByteReader } from "./byte-reader"
import { showAlgorithmIdentifier } from "./certificate"
import { contentBytes, contentOf, readDer } from "./der"
import type { Field } from "./field"
import { toHex } from "./hex"
import { toPem } from "./public-key"
import { rfc, webauthn } from "./specification"

/**
 * SubjectPublicKeyInfo, which `getPublicKey()` gives and PEM holds. RFC 5280 §4.1.2.7.
 *
 * @throws {DecodeError} With the byte that is wrong.
 */
export function decodePublicKeyInfo(reader: ByteReader, fields: Field[]): void {
  const start = reader.offset
  const content = contentOf(reader, readDer(reader, "A public key", 0x30))
  reader.finish("The public key")
  const algorithm = readDer(content, "The key's algorithm", 0x30)
  fields.push({
    name: "algorithm",
    value: showAlgorithmIdentifier(content, algorithm),
    range: [algorithm.start, algorithm.end],
    explanation: "What kind of key it is and, for EC keys, its curve.",
    specification: rfc(5280, "4.1.1.2"),
  })
  const key = readDer(content, "The key", 0x03)
  fields.push({
    name: "subjectPublicKey",
    value: toHex(contentBytes(content, key).subarray(1)),
    range: [key.start, key.end],
    explanation: "The key: for EC keys 04, x and y; for RSA the modulus and the exponent, in DER.",
    specification: rfc(5280, "4.1.2.7"),
  })
  content.finish("The public key")
  fields.push({
    name: "as PEM",
    value: toPem(reader.bytes.subarray(start, reader.end)),
    explanation: "The same key as text, which OpenSSL and Node.js read.",
    specification: webauthn("sctn-public-key-easy"),
  })
}
