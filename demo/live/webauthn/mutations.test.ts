import { expect, test } from "vitest"
import { toBase64url } from "./base64"
import { decodeAnything } from "./decode-anything"
import { DecodeError } from "./decode-error"
import { problemsOf, type Field } from "./field"
import { plainText } from "./pasted-text"
import { attestationObjects, certificate, coseKeys } from "./samples/attestation-objects"
import { cbor, fill, join } from "./samples/bytes"
import { registration, texts } from "./samples/texts"

/** Pseudo-random numbers (mulberry32): a run can be had again. */
function randomNumbers(seed: number) {
  return (below: number): number => {
    seed = (seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Bytes that mean much: lengths, ends, beginnings of structures. */
const significant = [
  0, 0x18, 0x1b, 0x30, 0x5b, 0x5f, 0x7b, 0x80, 0x84, 0x9b, 0x9f, 0xbb, 0xbf, 0xff,
]

function mutateBytes(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  const at = random(bytes.length)
  const byte = random(2) ? random(256) : (significant[random(significant.length)] ?? 0)
  const some = bytes.subarray(at, at + random(40))
  switch (random(6)) {
    case 0:
      return bytes.subarray(0, at)
    case 1:
      return join(bytes.subarray(0, at), bytes.subarray(at + 1 + random(8)))
    case 2:
      return join(bytes.subarray(0, at), fill(byte, 1 + random(9)), bytes.subarray(at))
    case 3:
      return join(bytes.subarray(0, at), some, bytes.subarray(at))
    default:
      return join(bytes.subarray(0, at), fill(byte, 1), bytes.subarray(at + 1))
  }
}

function mutateText(text: string, random: (below: number) => number): string {
  const at = random(text.length)
  const characters = '{}[]":,\\ -_=+/.0123456789aAzZ\u0000é\ud800😀'
  const character = characters[random(characters.length)] ?? ""
  switch (random(5)) {
    case 0:
      return text.slice(0, at)
    case 1:
      return text.slice(0, at) + text.slice(at + 1 + random(20))
    case 2:
      return text.slice(0, at) + character.repeat(1 + random(5)) + text.slice(at)
    case 3:
      return text.slice(0, at) + text.slice(at, at + random(60)) + text.slice(at)
    default:
      return text.slice(0, at) + character + text.slice(at + 1)
  }
}

const structures = [
  ...Object.values(attestationObjects),
  certificate,
  ...Object.values(coseKeys).map(cbor),
]

/** Wrong in its bytes, in its text, or in the bytes inside of its text. */
function mutated(random: (below: number) => number): string {
  const structure = structures[random(structures.length)] ?? new Uint8Array()
  const text = texts[random(texts.length)] ?? ""
  let bytes = mutateBytes(structure, random)
  while (bytes.length > 0 && random(3) === 0) bytes = mutateBytes(bytes, random)
  switch (random(4)) {
    case 0:
      return toBase64url(bytes)
    case 1:
      return JSON.stringify(registration(bytes))
    case 2:
      return mutateText(mutateText(text, random) || " ", random)
    default:
      return mutateText(text, random)
  }
}

/** What was found: nothing wrong, a problem inside, or nothing of WebAuthn. */
function outcome(text: string): "right" | "problem" | "refused" {
  try {
    const decoded = decodeAnything(text)
    for (const section of decoded.sections) expectExplained(section, decoded.text, section.bytes)
    return problemsOf(decoded.sections).length ? "problem" : "right"
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error
    expectSentence(error.reason, error.offset, plainText(text).text.length)
    return "refused"
  }
}

function expectExplained(field: Field, text: string, bytes: Uint8Array | undefined) {
  const { problem } = field
  if (problem)
    expectSentence(
      problem.reason,
      problem.offset,
      problem.in === "text" ? text.length : (bytes?.length ?? -1),
    )
  for (const child of field.children ?? []) expectExplained(child, text, child.bytes ?? bytes)
}

/** `expect` is slow for a million times. */
function expectSentence(reason: string, offset: number, length: number) {
  const good = /^(?!an? ).{10,}\.$/s.test(reason) && offset >= 0 && offset <= length
  if (!good) throw new Error(`No explanation: ${JSON.stringify({ reason, offset, length })}`)
}

/** How long it takes: by the clock, or, when that is long, by what this process has had of it. */
function timed(text: string) {
  const start = performance.now()
  const found = outcome(text)
  const took = performance.now() - start
  return { found, took: took < 50 ? took : Math.min(processorTime(text), processorTime(text)) }
}

function processorTime(text: string): number {
  const start = process.cpuUsage()
  outcome(text)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}

test("100,000 mutated inputs: no crash, no hang, no error without an explanation", () => {
  const random = randomNumbers(20_261_122)
  const counts = { right: 0, problem: 0, refused: 0 }
  let slowest = 0
  const started = performance.now()
  for (let input = 0; input < 100_000; input++) {
    const text = mutated(random)
    try {
      const { found, took } = timed(text)
      counts[found]++
      slowest = Math.max(slowest, took)
    } catch (error) {
      throw new Error(`Input ${input}: ${text}`, { cause: error })
    }
  }
  console.log(
    `${JSON.stringify(counts)}, slowest ${slowest.toFixed(1)} ms, in all ${((performance.now() - started) / 1000).toFixed(1)} s`,
  )
  expect(slowest).toBeLessThan(50)
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(1_000)
}, 120_000)

test("hostile inputs: deep, long, and lengths that are not there", () => {
  const hostile = [
    "[".repeat(100_000),
    '{"a":'.repeat(20_000),
    '"'.repeat(100_000),
    "81".repeat(50_000),
    "a1617".repeat(20_000),
    "30".repeat(50_000),
    "3080".repeat(50_000),
    "bbffffffffffffffff",
    "9bffffffffffffffff",
    "a163666d747bffffffffffffffff",
    "5b7fffffffffffffff",
    "A".repeat(199_999),
    "0x".repeat(99_999),
    `"${"\\u0041".repeat(30_000)}"`,
    `{"challenge":"${"A".repeat(190_000)}"}`,
    `{"__proto__":{"rp":1},"constructor":1,"toString":2}`,
    `{"challenge":"AA","__proto__":1,"extensions":{"constructor":1,"__proto__":2}}`,
    "a=&data=%7B",
    "-----BEGIN PUBLIC KEY-----",
    "",
    " ",
    "\ud800",
    "a".repeat(300_000),
  ]
  for (const text of hostile) {
    expect(timed(text).took, text.slice(0, 40)).toBeLessThan(50)
  }
})
