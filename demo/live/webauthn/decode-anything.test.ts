import { expect, test } from "vitest"
import { toBase64, toBase64url } from "./base64"
import { decodeAnything } from "./decode-anything"
import { DecodeError } from "./decode-error"
import { problemsOf } from "./field"
import { decodedJson } from "./field-json"
import { toHex } from "./hex"
import {
  attestationObjects,
  authenticatorData,
  certificate,
  ecdsaSignature,
} from "./samples/attestation-objects"
import { fieldAt } from "./samples/field-path"
import { authentication, creationOptions, registration, requestOptions } from "./samples/texts"

const none = attestationObjects.none ?? new Uint8Array()
const json = JSON.stringify

test.each([
  [json(registration(none)), "registration response", undefined],
  [json(json(registration(none))), "registration response", undefined],
  [json(registration(none).response), "registration response", undefined],
  [json(authentication), "authentication response", undefined],
  [json(creationOptions), "registration options", undefined],
  [
    json({ options: creationOptions, action: "register" }),
    "registration options",
    "the options answer of Auth.js",
  ],
  [json({ publicKey: requestOptions }), "authentication options", "with publicKey around them"],
  [
    new URLSearchParams({ action: "authenticate", data: json(authentication) }).toString(),
    "authentication response",
    "what the page posts to Auth.js",
  ],
  [` ${toBase64url(none)}\n`, "attestation object", "base64url"],
  [`"${toBase64url(none)}"`, "attestation object", "base64url"],
  [toBase64(authenticatorData()), "authenticator data", "base64"],
  [toHex(authenticatorData()).replace(/../g, "$& "), "authenticator data", "hex"],
  [toHex(authenticatorData()).replace(/../g, "0x$&, "), "authenticator data", "hex"],
  [toHex(ecdsaSignature).toUpperCase(), "signature", "hex"],
  [toBase64(certificate), "certificate", "base64"],
  [authentication.response.clientDataJSON, "clientDataJSON", "base64url"],
])("%.60s", (text, kind, form) => {
  const decoded = decodeAnything(text)
  expect([decoded.kind, decoded.form]).toEqual([kind, form])
  expect(problemsOf(decoded.sections)).toEqual([])
})

test("options: what is there, what is left out and what holds then", () => {
  const { sections } = decodeAnything(json(creationOptions))
  const field = (...path: string[]) => fieldAt(sections, "options", ...path)
  expect(field("rp", "id").value).toBe("localhost")
  expect(field("challenge").value).toContain("(32 bytes)")
  expect(field("pubKeyCredParams", "[1]").explanation).toContain("ECDSA with SHA-256")
  expect(field("authenticatorSelection", "userVerification").explanation).toContain("It must")
  expect(field("hints")).toMatchObject({ absent: true, default: "[], no hint" })
  expect(field("attestationFormats").absent).toBe(true)
})

test("every member of both options has an explanation and a section", () => {
  for (const options of [creationOptions, requestOptions]) {
    const [section] = decodeAnything(json(options)).sections
    for (const { name, explanation, specification } of section?.children ?? [])
      expect([name, !!explanation, specification?.text]).toEqual([
        name,
        true,
        expect.stringMatching(/^WebAuthn L3 §/),
      ])
  }
})

test("a wrong member of the options is named, with its place in the text", () => {
  const text = json({
    ...requestOptions,
    timeout: "soon",
    userVerification: "maybe",
    challenge: "A$",
  })
  const { sections } = decodeAnything(text)
  expect(
    problemsOf(sections).map(({ field, problem }) => [field.name, text[problem.offset]]),
  ).toEqual([
    ["challenge", "$"],
    ["timeout", '"'],
  ])
  expect(fieldAt(sections, "options", "userVerification").note).toContain("isn't one of the values")
})

test("names that every object has are members like others", () => {
  const text = '{"challenge":"AAAA","__proto__":1,"constructor":2,"extensions":{"toString":3}}'
  const { sections } = decodeAnything(text)
  expect(fieldAt(sections, "options", "__proto__").note).toContain("doesn't define this member")
})

test.each([
  ["", 0, "There's nothing to decode."],
  ['{"challenge":}', 13, "Expected a value here."],
  ['{"challenge":"A', 15, "The JSON ends too early. The string from character 13 on doesn't end."],
  ["o2Nm!bX", 4, "The character ! is not in the alphabet of base64url."],
  [
    "AAAAZ",
    5,
    "Base64url cannot have 5 characters: the last one holds 6 bits of a byte, and the rest is missing.",
  ],
  ["00 11 2", 6, "Hex needs two digits (0 to 9, a to f) for each byte, but there aren't two here."],
  ['{"a":1}', 0, expect.stringContaining("This object (a) isn't part of WebAuthn")],
  ["00".repeat(16), 0, expect.stringContaining("16 bytes without a structure")],
])("refused: %s", (text, offset, reason) => {
  const refuse = () => decodeAnything(text)
  expect(refuse).toThrow(DecodeError)
  expect(refuse).toThrow(expect.objectContaining({ offset, reason }))
})

test("copied as JSON: names, values, places and bytes", () => {
  const copied = decodedJson(decodeAnything(toHex(authenticatorData())))
  expect(JSON.parse(json(copied))).toMatchObject({
    kind: "authenticator data",
    sections: [
      {
        name: "authenticatorData",
        fields: [
          { name: "rpIdHash", offset: 0, length: 32, hex: "11".repeat(32) },
          { name: "flags", offset: 32, length: 1, hex: "45" },
          { name: "signCount", value: "7", offset: 33, length: 4, hex: "00000007" },
          { name: "attestedCredentialData" },
        ],
      },
    ],
  })
})

test("user.id is text where Auth.js sends it, and base64url elsewhere", () => {
  const options = {
    challenge: "AAAA",
    rp: { name: "Test" },
    user: { id: "d870add9", name: "ada", displayName: "Ada" },
    pubKeyCredParams: [],
  }
  const id = (pasted: object) =>
    fieldAt(decodeAnything(JSON.stringify(pasted)).sections, "options", "user", "id").value
  expect(id({ action: "register", options })).toBe("d870add9")
  expect(id(options)).toBe("d870add9 (6 bytes)")
})
