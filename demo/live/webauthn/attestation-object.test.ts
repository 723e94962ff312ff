import { expect, test } from "vitest"
import { decodeAnything } from "./decode-anything"
import { problemsOf } from "./field"
import { toHex } from "./hex"
import { attestationObject, attestationObjects, certInfo } from "./samples/attestation-objects"
import { cbor, fill, join } from "./samples/bytes"
import { fieldAt } from "./samples/field-path"

const decode = (bytes: Uint8Array) => decodeAnything(toHex(bytes))

test.each(Object.entries(attestationObjects))("%s, as hex", (name, bytes) => {
  const { kind, form, sections } = decode(bytes)
  expect([kind, form]).toEqual(["attestation object", "hex"])
  expect(problemsOf(sections)).toEqual([])
  const field = fieldAt(sections, "attestationObject")
  expect(fieldAt(field.children, "fmt").value).toBe(JSON.stringify(name.split(",")[0]))
  const counter = fieldAt(field.children, "authData", "signCount")
  expect(counter.value).toBe("7")
  expect(toHex(bytes.subarray(...(counter.range ?? [0, 0])))).toBe("00000007")
})

test("every field in a grid lies inside of the field around it", () => {
  for (const bytes of Object.values(attestationObjects)) {
    const check = (fields = decode(bytes).sections, [start, end] = [0, bytes.length]) => {
      for (const { name, range, children } of fields) {
        const inside = range ?? [start, end]
        expect([name, inside[0] >= start, inside[1] <= end]).toEqual([name, true, true])
        check(children ?? [], [...inside])
      }
    }
    check()
  }
})

test("a certificate says who it is for, until when, and its AAGUID", () => {
  const { sections } = decode(attestationObjects["packed, x5c"] ?? new Uint8Array())
  const path = ["attestationObject", "attStmt", "x5c", "x5c[0]"]
  const value = (...names: string[]) => fieldAt(sections, ...path, ...names).value
  expect(value("version")).toBe("3")
  expect(value("issuer")).toBe("CN=Sample root")
  expect(value("subject")).toBe("CN=Sample attestation")
  expect(value("validity")).toBe("2024-01-01 to 3024-01-01")
  expect(value("subjectPublicKeyInfo")).toBe("EC public key, P-256")
  expect(value("extensions", "AAGUID")).toBe("041000112233445566778899aabbccddeeff")
})

test("a TPM's structures", () => {
  const { sections } = decode(attestationObjects.tpm ?? new Uint8Array())
  const value = (...names: string[]) =>
    fieldAt(sections, "attestationObject", "attStmt", ...names).value
  expect(value("ver")).toBe('"2.0"')
  expect(value("alg")).toBe("-257 (RS256)")
  expect(value("certInfo", "magic")).toBe("0xff544347 (TPM_GENERATED_VALUE)")
  expect(value("certInfo", "type")).toBe("0x8017 (TPM_ST_ATTEST_CERTIFY)")
  expect(value("certInfo", "clock")).toBe("1000")
  expect(value("pubArea", "type")).toBe("0x0001 (RSA)")
  expect(value("pubArea", "keyBits")).toBe("2048")
  expect(value("pubArea", "unique")).toMatch(/^c1dd/)
})

test("a SafetyNet response's parts", () => {
  const { sections } = decode(attestationObjects["android-safetynet"] ?? new Uint8Array())
  const response = fieldAt(sections, "attestationObject", "attStmt", "response")
  expect(JSON.parse(fieldAt(response.children, "payload").value ?? "")).toEqual({
    nonce: "AAAA",
    ctsProfileMatch: true,
  })
})

test("extension outputs of the authenticator", () => {
  const { sections } = decode(attestationObjects["none, with extensions"] ?? new Uint8Array())
  const extensions = fieldAt(sections, "attestationObject", "authData", "extensions")
  expect(fieldAt(extensions.children, "credProtect").value).toBe("3")
  expect(fieldAt(extensions.children, "hmac-secret").value).toBe("true")
})

/** The problems of broken bytes, as offset and reason. */
const problems = (bytes: Uint8Array) =>
  problemsOf(decode(bytes).sections).map(({ field, problem }) => [
    field.name,
    problem.offset,
    problem.reason,
  ])

const none = attestationObjects.none ?? new Uint8Array()

test("cut off, it says how much is missing, and shows what was there", () => {
  const cut = none.subarray(0, 100)
  const { sections } = decode(cut)
  expect(problems(cut)).toEqual([
    [
      "attestationObject",
      100,
      "This byte string should have 148 bytes, from byte 30, and only 70 bytes of them are there.",
    ],
  ])
  expect(fieldAt(sections, "attestationObject", "fmt").value).toBe('"none"')
})

test("too long, it says where the end was", () => {
  expect(problems(join(none, fill(0, 3)))).toEqual([
    ["attestationObject", 178, "The attestation object ends here, and 3 bytes are left over."],
  ])
})

test("a wrong byte inside leaves the rest decoded", () => {
  const bytes = attestationObjects.tpm?.slice() ?? new Uint8Array()
  const start = toHex(bytes).indexOf(toHex(certInfo)) / 2
  bytes[start + 1] = 0
  expect(problems(bytes)).toEqual([
    ["certInfo", start, "certInfo must start with ff 54 43 47: this wasn't created by the TPM."],
  ])
})

test("a statement that lacks a member", () => {
  expect(problems(attestationObject("apple", new Map()))).toEqual([
    ["attStmt", 19, "A statement of the format apple must have x5c."],
  ])
})

test("members of a wrong type, and a map that is none", () => {
  const swapped = cbor(
    new Map<string, number | string>([
      ["fmt", 1],
      ["attStmt", 2],
      ["authData", "3"],
    ]),
  )
  expect(problems(swapped).map(([name, offset]) => [name, offset])).toEqual([
    ["fmt", 5],
    ["attStmt", 14],
    ["authData", 24],
  ])
  expect(problems(cbor(new Map([["fmt", "none"]])))).toEqual([
    ["attestationObject", 0, "This CBOR map has no attStmt: it is no attestation object."],
  ])
})

test("an unknown format is shown as it is", () => {
  const bytes = attestationObject("future", new Map([["a", [1, fill(2, 2)]]]))
  const { sections } = decode(bytes)
  expect(problemsOf(sections)).toEqual([])
  expect(fieldAt(sections, "attestationObject", "attStmt", "a", "[1]").value).toBe("0202")
})
