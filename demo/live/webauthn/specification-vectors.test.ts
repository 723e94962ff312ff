import { createHash, createPublicKey, verify } from "node:crypto"
import { expect, test } from "vitest"
import { toBase64url } from "./base64"
import { decodeAnything } from "./decode-anything"
import { problemsOf } from "./field"
import { toHex, readHex } from "./hex"
import { hex } from "./samples/bytes"
import { fieldAt } from "./samples/field-path"
import { vectors } from "./samples/specification-vectors.json"

const base64url = (text: string) => toBase64url(hex(text))

test.each(Object.entries(vectors))("%s: both ceremonies", (name, vector) => {
  const id = base64url(vector.credentialId)
  const around = { id, rawId: id, type: "public-key", clientExtensionResults: {} }
  const registration = decodeAnything(
    JSON.stringify({
      ...around,
      response: {
        clientDataJSON: base64url(vector.registration.clientDataJSON),
        attestationObject: base64url(vector.registration.attestationObject),
      },
    }),
  )
  expect(registration.kind).toBe("registration response")
  expect(problemsOf(registration.sections)).toEqual([])
  const attested = ["attestationObject", "authData", "attestedCredentialData"]
  const credential = fieldAt(registration.sections, ...attested)
  expect(fieldAt(credential.children, "aaguid").value?.replaceAll("-", "")).toBe(vector.aaguid)
  expect(fieldAt(credential.children, "credentialId").value).toBe(id)
  expect(fieldAt(registration.sections, "attestationObject", "fmt").value).toBe(
    JSON.stringify(name.replace(/-(self|es|rs|ed).*/, "")),
  )

  const authentication = decodeAnything(
    JSON.stringify({
      ...around,
      response: {
        clientDataJSON: base64url(vector.authentication.clientDataJSON),
        authenticatorData: base64url(vector.authentication.authenticatorData),
        signature: base64url(vector.authentication.signature),
      },
    }),
  )
  expect(authentication.kind).toBe("authentication response")
  expect(problemsOf(authentication.sections)).toEqual([])

  // The key is right when it verifies what the private key signed.
  const key = fieldAt(credential.children, "credentialPublicKey")
  const pem = createPublicKey(fieldAt(key.children, "as PEM").value ?? "")
  const jwk = JSON.parse(fieldAt(key.children, "as JWK").value ?? "") as JsonWebKey
  expect(pem.export({ format: "jwk" })).toEqual(jwk)
  const clientData = hex(vector.authentication.clientDataJSON)
  const hash = createHash("sha256").update(clientData).digest()
  const signed = Buffer.concat([hex(vector.authentication.authenticatorData), hash])
  const digest = { "384": "sha384", "512": "sha512" }[/es(384|512)/.exec(name)?.[1] ?? ""]
  const algorithm = /ed(dsa|448)/.test(name) ? null : (digest ?? "sha256")
  expect(verify(algorithm, signed, pem, hex(vector.authentication.signature))).toBe(true)
})

test("client data: values, and the bytes of each member", () => {
  const bytes = vectors["none-es256-topOrigin"].registration.clientDataJSON
  const { kind, sections } = decodeAnything(bytes)
  expect(kind).toBe("clientDataJSON")
  const value = (name: string) => fieldAt(sections, "clientDataJSON", name)
  expect(value("type").value).toBe("webauthn.create")
  expect(value("origin").value).toBe("https://example.org")
  expect(value("crossOrigin").value).toBe("true")
  expect(value("topOrigin").value).toBe("https://example.com")
  const [start, end] = value("topOrigin").range ?? [0, 0]
  expect(new TextDecoder().decode(readHex(bytes).subarray(start, end))).toBe(
    '"topOrigin":"https://example.com"',
  )
})

test("flags are those of the specification's example", () => {
  const { authenticatorData } = vectors["none-es256"].authentication
  const { sections } = decodeAnything(authenticatorData)
  const flags = fieldAt(sections, "authenticatorData", "flags")
  const byte = Number.parseInt(authenticatorData.slice(64, 66), 16)
  const bits = flags.children?.map(({ value }) => value).reverse()
  expect(bits?.join("")).toBe(byte.toString(2).padStart(8, "0"))
  expect(toHex(Uint8Array.of(byte))).toBe(flags.value?.slice(2, 4))
})
