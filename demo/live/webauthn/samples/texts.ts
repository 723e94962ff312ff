import { toBase64url } from "../base64"
import { toHex } from "../hex"
import {
  attestationObjects,
  authenticatorData,
  certificate,
  coseKeys,
  ecdsaSignature,
} from "./attestation-objects"
import { cbor } from "./bytes"

const id = "IiIiIiIiIiIiIiIiIiIiIg"

const clientData = (type: string) =>
  `{"type":"${type}","challenge":"AAECAwQFBgcICQoLDA0ODw","origin":"https://example.org","crossOrigin":false}`

const encoded = (text: string) => toBase64url(new TextEncoder().encode(text))

const credential = {
  id,
  rawId: id,
  type: "public-key",
  authenticatorAttachment: "platform",
  clientExtensionResults: { credProps: { rk: true } },
}

const created = {
  clientDataJSON: encoded(clientData("webauthn.create")),
  authenticatorData: toBase64url(authenticatorData()),
}

/** What `navigator.credentials.create()` gives, with an attestation object. */
export const registration = (attestationObject: Uint8Array) => ({
  ...credential,
  response: {
    ...created,
    attestationObject: toBase64url(attestationObject),
    transports: ["internal", "hybrid"],
    publicKeyAlgorithm: -7,
  },
})

/** What `navigator.credentials.get()` gives. */
export const authentication = {
  ...credential,
  response: {
    clientDataJSON: encoded(clientData("webauthn.get")),
    authenticatorData: toBase64url(authenticatorData({ flags: 0x1d }).subarray(0, 37)),
    signature: toBase64url(ecdsaSignature),
    userHandle: "AQIDBA",
  },
}

/** As Auth.js sends them. */
export const creationOptions = {
  challenge: "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
  rp: { name: "localhost:3000", id: "localhost" },
  user: { id: "AQIDBA", name: "ada@passkeys.example", displayName: "ada@passkeys.example" },
  pubKeyCredParams: [
    { alg: -8, type: "public-key" },
    { alg: -7, type: "public-key" },
    { alg: -257, type: "public-key" },
  ],
  timeout: 300_000,
  attestation: "none",
  excludeCredentials: [{ id, type: "public-key", transports: ["internal"] }],
  authenticatorSelection: {
    residentKey: "required",
    userVerification: "required",
    requireResidentKey: true,
  },
  extensions: { credProps: true },
}

export const requestOptions = {
  challenge: "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
  timeout: 300_000,
  rpId: "localhost",
  userVerification: "required",
}

/** A text of everything that can be pasted. */
export const texts: string[] = [
  ...Object.values(attestationObjects).flatMap((bytes) => [
    JSON.stringify(registration(bytes)),
    toBase64url(bytes),
  ]),
  JSON.stringify(authentication),
  JSON.stringify({ options: creationOptions, action: "register" }),
  JSON.stringify({ options: requestOptions, action: "authenticate" }, null, 2),
  clientData("webauthn.get"),
  encoded(clientData("webauthn.get")),
  toHex(authenticatorData()),
  toHex(certificate),
  toHex(ecdsaSignature),
  ...Object.values(coseKeys).map((key) => toHex(cbor(key))),
]
