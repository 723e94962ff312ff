import type { ByteReader } from "./byte-reader"
import type { Field } from "./field"
import { toHex } from "./hex"
import { tpm } from "./specification"

/** Reads the parts of a TPM structure in order, and makes a field of each. */
export class TpmStructure {
  constructor(
    private readonly reader: ByteReader,
    private readonly fields: Field[],
    private readonly section: string,
  ) {}

  /** A number of 2 or 4 bytes; with names for the numbers that are known. */
  number(length: 1 | 2 | 4, name: string, explanation: string, names?: Map<number, string>) {
    const { value, range } = this.reader.ranged(() => this.reader.uint(length, name))
    const hex = `0x${value.toString(16).padStart(length * 2, "0")}`
    const known = names?.get(value)
    this.fields.push({
      name,
      value: names ? (known ? `${hex} (${known})` : hex) : String(value),
      range,
      explanation,
      specification: tpm(this.section),
    })
    return value
  }

  /** A number of 8 bytes. */
  long(name: string, explanation: string): void {
    const { value, range } = this.reader.ranged(() => this.reader.uint64(name))
    const specification = tpm(this.section)
    this.fields.push({ name, value: String(value), range, explanation, specification })
  }

  /** Bytes with their length in two bytes before them (TPM2B). Its range is without the length. */
  sized(name: string, explanation: string): Uint8Array {
    const length = this.reader.uint(2, `The length of ${name}`)
    const { value, range } = this.reader.ranged(() => this.reader.take(length, name))
    this.fields.push({
      name,
      value: length ? toHex(value) : "empty",
      range,
      explanation,
      specification: tpm(this.section),
    })
    return value
  }
}

/** Algorithm identifiers. TPM 2.0 Part 2 §6.3. */
export const tpmAlgorithms = new Map([
  [0x0001, "RSA"],
  [0x0004, "SHA-1"],
  [0x0006, "AES"],
  [0x000b, "SHA-256"],
  [0x000c, "SHA-384"],
  [0x000d, "SHA-512"],
  [0x0010, "none"],
  [0x0014, "RSASSA"],
  [0x0015, "RSAES"],
  [0x0016, "RSAPSS"],
  [0x0017, "OAEP"],
  [0x0018, "ECDSA"],
  [0x0019, "ECDH"],
  [0x001a, "ECDAA"],
  [0x0023, "ECC"],
  [0x0043, "CFB"],
])

/** TPM_ALG_NULL. */
export const noAlgorithm = 0x0010
