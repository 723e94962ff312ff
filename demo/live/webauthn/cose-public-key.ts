import type { CborItem } from "./cbor"
import { curves, keyTypes } from "./cose-names"
import { DecodeError } from "./decode-error"
import type { PublicKey } from "./public-key"

/**
 * The key that the parameters of a COSE_Key describe. RFC 9053 §7, RFC 8230 §4.
 *
 * @param start Where the COSE_Key begins, for what is missing in it.
 * @returns Nothing where its type or curve is one that cannot be converted.
 * @throws {DecodeError} When a parameter is missing or false.
 */
export function cosePublicKey(
  parameters: Map<number, CborItem>,
  start: number,
): PublicKey | undefined {
  const integer = (label: number, name: string) => {
    const item = parameters.get(label)
    if (!item) throw new DecodeError(start, `This COSE key has no ${name} (${label}).`)
    if (item.type === "integer") return Number(item.value)
    throw new DecodeError(item.start, `${name} (${label}) must be an integer, not a ${item.type}.`)
  }
  const bytes = (label: number, name: string, length?: number) => {
    const item = parameters.get(label)
    if (!item) throw new DecodeError(start, `This COSE key has no ${name} (${label}).`)
    if (item.type !== "byte string")
      throw new DecodeError(item.start, `${name} must be a byte string, not a ${item.type}.`)
    if (length !== undefined && item.value.length !== length)
      throw new DecodeError(
        item.start,
        `${name} must have ${length} bytes on this curve, and has ${item.value.length}.`,
      )
    return item.value
  }
  const kty = integer(1, "kty")
  integer(3, "alg")
  if (kty === 3) {
    const [n, e] = [bytes(-1, "n"), bytes(-2, "e")]
    if (n.length > 2_048 || e.length > 2_048)
      throw new DecodeError(start, "An RSA key of more than 16,384 bits, which is never used.")
    return { kty: "RSA", n, e }
  }
  if (kty !== 1 && kty !== 2) return undefined
  const crv = integer(-1, "crv")
  const curve = curves.get(crv)
  if (!curve) return undefined
  if (curve.kty !== kty)
    throw new DecodeError(
      parameters.get(-1)?.start ?? start,
      `${curve.name} is no curve of the key type ${keyTypes.get(kty)?.name}.`,
    )
  const x = bytes(-2, "x", curve.length)
  return kty === 1
    ? { kty: "OKP", crv, x }
    : { kty: "EC2", crv, x, y: bytes(-3, "y", curve.length) }
}
