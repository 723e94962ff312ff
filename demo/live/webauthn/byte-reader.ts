import { DecodeError } from "./decode-error"
import type { ByteRange } from "./field"

/** Reads bytes in order, and knows where it is. */
export class ByteReader {
  /** The next byte to be read, counted from the first byte of `bytes`, not from `start`. */
  offset: number

  constructor(
    readonly bytes: Uint8Array,
    start = 0,
    readonly end = bytes.length,
  ) {
    this.offset = start
  }

  get left(): number {
    return this.end - this.offset
  }

  /**
   * @param what What the bytes are, to say it when they are missing.
   * @throws {DecodeError} When there are not as many.
   */
  take(length: number, what: string): Uint8Array {
    if (length > this.left) throw this.tooShort(length, what)
    this.offset += length
    return this.bytes.subarray(this.offset - length, this.offset)
  }

  /** An unsigned integer of 1 to 4 bytes, big-endian. */
  uint(length: 1 | 2 | 4, what: string): number {
    return this.take(length, what).reduce((value, byte) => value * 256 + byte, 0)
  }

  /** An unsigned integer of 8 bytes, big-endian. */
  uint64(what: string): bigint {
    return this.take(8, what).reduce((value, byte) => value * 256n + BigInt(byte), 0n)
  }

  /** A reader of the next bytes only, which this one skips. */
  part(length: number, what: string): ByteReader {
    const start = this.offset
    this.take(length, what)
    return new ByteReader(this.bytes, start, this.offset)
  }

  /** Reads something, and tells where it was. */
  ranged<T>(read: () => T): { value: T; range: ByteRange } {
    const start = this.offset
    const value = read()
    return { value, range: [start, this.offset] }
  }

  /** @throws {DecodeError} When something is left. */
  finish(what: string): void {
    if (this.left > 0)
      throw new DecodeError(
        this.offset,
        `${what} ends here, and ${count(this.left)} ${this.left === 1 ? "is" : "are"} left over.`,
      )
  }

  private tooShort(length: number, what: string): DecodeError {
    const has = this.left === 0 ? "none is left" : `only ${count(this.left)} of them are there`
    return new DecodeError(
      this.end,
      `${what} should have ${count(length)}, from byte ${this.offset}, and ${has}.`,
    )
  }
}

const count = (bytes: number) => (bytes === 1 ? "1 byte" : `${bytes} bytes`)
