/** Values of DER (X.690 §8), as far as public keys need them. */
function derValue(tag: number, ...contents: Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, content) => sum + content.length, 0)
  const head = [tag, ...derLength(length)]
  const value = new Uint8Array(head.length + length)
  value.set(head)
  let offset = head.length
  for (const content of contents) {
    value.set(content, offset)
    offset += content.length
  }
  return value
}

function derLength(length: number): number[] {
  if (length < 0x80) return [length]
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
}

export const derSequence = (...values: Uint8Array[]) => derValue(0x30, ...values)

export const derNull = () => derValue(0x05)

/** With no unused bits at its end. */
export const derBitString = (...contents: Uint8Array[]) =>
  derValue(0x03, Uint8Array.of(0), ...contents)

/** A number that is not negative, from its bytes. X.690 §8.3. */
export function derInteger(number: Uint8Array): Uint8Array {
  const first = number.findIndex((byte) => byte !== 0)
  const digits = first === -1 ? Uint8Array.of(0) : number.subarray(first)
  return (digits[0] ?? 0) >= 0x80
    ? derValue(0x02, Uint8Array.of(0), digits)
    : derValue(0x02, digits)
}

/** X.690 §8.19. */
export function derObjectIdentifier(text: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = text.split(".").map(Number)
  return derValue(0x06, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)))
}

function base128(number: number): number[] {
  const digits = [number & 0x7f]
  for (let rest = Math.floor(number / 128); rest > 0; rest = Math.floor(rest / 128))
    digits.unshift((rest & 0x7f) | 0x80)
  return digits
}
