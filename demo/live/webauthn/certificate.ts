import type { ByteReader } from "./byte-reader"
import { certificateExtensions } from "./certificate-extensions"
import { contentBytes, contentOf, readDer, showObjectIdentifier, type DerValue } from "./der"
import { DecodeError } from "./decode-error"
import { showName } from "./distinguished-name"
import type { Field } from "./field"
import { toHex } from "./hex"
import { objectIdentifiers } from "./object-identifiers"
import { rfc } from "./specification"

/**
 * An X.509 certificate: who it is for, who signed it, how long it holds, its key and its extensions.
 * RFC 5280 §4.1.
 *
 * @throws {DecodeError} With the byte that is wrong.
 */
export function decodeCertificate(reader: ByteReader, fields: Field[]): void {
  const certificate = contentOf(reader, readDer(reader, "A certificate", 0x30))
  reader.finish("The certificate")
  const body = contentOf(certificate, readDer(certificate, "The signed part", 0x30))
  const field = (
    name: string,
    explanation: string,
    der: DerValue,
    value: string,
    section: string,
  ) =>
    fields.push({
      name,
      value,
      range: [der.start, der.end],
      explanation,
      specification: rfc(5280, section),
    })

  let serial = readDer(body, "The version or serial number")
  if (serial.tag === 0xa0) {
    const version = readDer(contentOf(body, serial), "The version", 0x02)
    const number = (contentBytes(body, version)[0] ?? 0) + 1
    field(
      "version",
      "The version of X.509. Attestation requires 3.",
      serial,
      String(number),
      "4.1.2.1",
    )
    serial = readDer(body, "The serial number", 0x02)
  }
  const digits = toHex(contentBytes(body, serial))
  field("serialNumber", "The number that the issuer assigned.", serial, digits, "4.1.2.2")
  const algorithm = readDer(body, "The signature algorithm", 0x30)
  const algorithmName = showAlgorithmIdentifier(body, algorithm)
  field("signature", "How the issuer signed it.", algorithm, algorithmName, "4.1.2.3")
  const issuer = readDer(body, "The issuer", 0x30)
  field("issuer", "Who signed it.", issuer, showName(body, issuer), "4.1.2.4")
  const validity = readDer(body, "The validity", 0x30)
  field(
    "validity",
    "The dates between which it's valid.",
    validity,
    showValidity(body, validity),
    "4.1.2.5",
  )
  const subject = readDer(body, "The subject", 0x30)
  field("subject", "Who it's for.", subject, showName(body, subject), "4.1.2.6")
  const key = readDer(body, "The public key", 0x30)
  const keyAlgorithm = readDer(contentOf(body, key), "The key's algorithm", 0x30)
  const keyName = showAlgorithmIdentifier(body, keyAlgorithm)
  field("subjectPublicKeyInfo", "The public key that it is about.", key, keyName, "4.1.2.7")
  fields.push(...certificateExtensions(body))
  const signatureAlgorithm = readDer(certificate, "The signature algorithm", 0x30)
  const signature = readDer(certificate, "The issuer's signature", 0x03)
  const bits = toHex(contentBytes(certificate, signature).subarray(1))
  const again = showAlgorithmIdentifier(certificate, signatureAlgorithm)
  field("signatureAlgorithm", "The same as above.", signatureAlgorithm, again, "4.1.1.2")
  field("signatureValue", "The issuer's signature.", signature, bits, "4.1.1.3")
  certificate.finish("The certificate")
}

/** An algorithm and, for EC keys, its curve. RFC 5280 §4.1.1.2. */
export function showAlgorithmIdentifier(reader: ByteReader, der: DerValue): string {
  const content = contentOf(reader, der)
  const names = []
  while (content.left > 0 && names.length < 2) {
    const value = readDer(content, "An algorithm")
    if (value.tag !== 0x06) break
    const oid = showObjectIdentifier(contentBytes(content, value))
    names.push(objectIdentifiers.get(oid) ?? oid)
  }
  if (names.length === 0)
    throw new DecodeError(der.content, "An algorithm must begin with an object identifier.")
  return names.join(", ")
}

function showValidity(reader: ByteReader, der: DerValue): string {
  const content = contentOf(reader, der)
  return [readDer(content, "The first day"), readDer(content, "The last day")]
    .map((time) => showTime(String.fromCharCode(...contentBytes(content, time).subarray(0, 32))))
    .join(" to ")
}

/** UTCTime has two digits for the year, GeneralizedTime has four. RFC 5280 §4.1.2.5. */
function showTime(text: string): string {
  const [, years = "", month, day] = /^(\d{2}|\d{4})(\d{2})(\d{2})\d{6}Z$/.exec(text) ?? []
  if (!years) return JSON.stringify(text)
  const century = years.length === 4 ? "" : Number(years) < 50 ? "20" : "19"
  return `${century}${years}-${month}-${day}`
}
