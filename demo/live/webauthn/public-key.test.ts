import { createPublicKey, generateKeyPairSync } from "node:crypto"
import { isoCBOR } from "simplewebauthn-server-14/helpers"
import { expect, test } from "vitest"
import { ByteReader } from "./byte-reader"
import { decodeCoseKey } from "./cose-key"
import { decodeAnything } from "./decode-anything"
import { DecodeError } from "./decode-error"
import type { Field } from "./field"
import { fill } from "./samples/bytes"
import { fieldAt } from "./samples/field-path"

type Key = Map<number, number | Uint8Array>

const bytes = (text = "") => new Uint8Array(Buffer.from(text, "base64url"))

const ec = (namedCurve: string, crv: number, alg: number) => () => {
  const { publicKey } = generateKeyPairSync("ec", { namedCurve })
  const { x, y } = publicKey.export({ format: "jwk" })
  const key: Key = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, alg],
    [-1, crv],
    [-2, bytes(x)],
    [-3, bytes(y)],
  ])
  return { key, publicKey }
}

const okp = (type: "ed25519" | "ed448", crv: number) => () => {
  const { publicKey } = generateKeyPairSync(type as "ed25519")
  const { x } = publicKey.export({ format: "jwk" })
  const key: Key = new Map<number, number | Uint8Array>([
    [1, 1],
    [3, -8],
    [-1, crv],
    [-2, bytes(x)],
  ])
  return { key, publicKey }
}

const rsa = (modulusLength: number) => () => {
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength })
  const { n, e } = publicKey.export({ format: "jwk" })
  const key: Key = new Map<number, number | Uint8Array>([
    [1, 3],
    [3, -257],
    [-1, bytes(n)],
    [-2, bytes(e)],
  ])
  return { key, publicKey }
}

const kinds = {
  "P-256": ec("P-256", 1, -7),
  "P-384": ec("P-384", 2, -35),
  "P-521": ec("P-521", 3, -36),
  secp256k1: ec("secp256k1", 8, -47),
  Ed25519: okp("ed25519", 6),
  Ed448: okp("ed448", 7),
  "RSA 1024": rsa(1_024),
  "RSA 2048": rsa(2_048),
}

test.each(Object.entries(kinds))("%s: JWK and PEM are those of Node.js", (_, make) => {
  const { key, publicKey } = make()
  const { kind, sections } = decodeAnything(Buffer.from(isoCBOR.encode(key)).toString("base64"))
  expect(kind).toBe("COSE key")
  const [field] = sections
  expect(JSON.parse(fieldAt(field?.children, "as JWK").value ?? "")).toEqual(
    publicKey.export({ format: "jwk" }),
  )
  const pem = fieldAt(field?.children, "as PEM").value ?? ""
  expect(`${pem}\n`).toBe(publicKey.export({ format: "pem", type: "spki" }))
  expect(createPublicKey(pem).equals(publicKey)).toBe(true)
  expect(decodeAnything(pem).kind).toBe("public key")
})

const reason = (key: Key) => {
  const fields: Field[] = []
  try {
    decodeCoseKey(new ByteReader(isoCBOR.encode(key)), fields)
  } catch (error) {
    if (error instanceof DecodeError) return error.reason
    throw error
  }
  return undefined
}

test("keys that are none say why", () => {
  const { key } = kinds["P-256"]()
  const changed = (label: number, value: number | Uint8Array) => new Map(key).set(label, value)
  expect(reason(changed(-2, fill(1, 31)))).toBe("x must have 32 bytes on this curve, and has 31.")
  expect(reason(changed(-1, 6))).toBe("Ed25519 is no curve of the key type EC2.")
  expect(reason(changed(1, 1))).toBe("P-256 is no curve of the key type OKP.")
  expect(reason(new Map([[1, 2]]))).toBe("This COSE key has no alg (3).")
})
