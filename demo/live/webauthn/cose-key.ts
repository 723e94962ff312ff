import type { ByteReader } from "./byte-reader"
import { readCborMap, type CborItem } from "./cbor"
import { cborField, showCbor } from "./cbor-field"
import { explainAlgorithm, showAlgorithm } from "./cose-algorithms"
import { curves, keyTypes } from "./cose-names"
import { cosePublicKey } from "./cose-public-key"
import type { Field } from "./field"
import { toJwk, toPem, toSpki } from "./public-key"
import { rfc, webauthn } from "./specification"

const parameterOfKeys = rfc(9053, "7")

/**
 * A public key as COSE_Key: EC2, OKP or RSA. WebAuthn L3 §6.5.1 and §5.8.5, RFC 9052 §7.
 *
 * @param fields Gets a field for each parameter, then the same key as JWK and PEM.
 * @throws {DecodeError} When it is no COSE_Key, or its key type lacks a parameter.
 */
export function decodeCoseKey(reader: ByteReader, fields: Field[]): void {
  const start = reader.offset
  const parameters = new Map<number, CborItem>()
  for (const [label, item] of readCborMap(reader, "A COSE key")) {
    if (typeof label.value === "number") parameters.set(label.value, item)
    fields.push(parameterField(label, item, parameters.get(1)))
  }
  const key = cosePublicKey(parameters, start)
  if (!key) return
  fields.push(
    {
      name: "as JWK",
      value: JSON.stringify(toJwk(key), null, 2),
      explanation: "The same key as JSON Web Key, which WebCrypto and most libraries import.",
      specification: rfc(7517, "4"),
    },
    {
      name: "as PEM",
      value: toPem(toSpki(key)),
      explanation: "The same key as SubjectPublicKeyInfo, which OpenSSL and Node.js read.",
      specification: webauthn("sctn-public-key-easy"),
    },
  )
}

function parameterField(label: CborItem, item: CborItem, type: CborItem | undefined): Field {
  const keyType = keyTypes.get(Number(type?.value))
  const number = Number(item.value)
  if (label.value === 1) {
    const known = keyTypes.get(number)
    return {
      ...cborField(
        {
          name: "kty (1)",
          explanation: `The key type. ${known?.explanation ?? ""}`.trim(),
          specification: rfc(9052, "7.1"),
        },
        item,
      ),
      value: known ? `${number} (${known.name})` : showCbor(item),
    }
  }
  if (label.value === 3)
    return {
      ...cborField(
        {
          name: "alg (3)",
          explanation: `The only algorithm that this key signs with. ${explainAlgorithm(number)}`,
          specification: webauthn("sctn-alg-identifier"),
        },
        item,
      ),
      value: item.type === "integer" ? showAlgorithm(number) : showCbor(item),
    }
  const [name, explanation] = keyType?.parameters.get(Number(label.value)) ?? [
    "parameter",
    "A parameter that WebAuthn doesn't use.",
  ]
  const field = cborField(
    { name: `${name} (${label.value})`, explanation, specification: parameterOfKeys },
    item,
  )
  if (name === "crv" && curves.has(number)) field.value = `${number} (${curves.get(number)?.name})`
  return field
}
