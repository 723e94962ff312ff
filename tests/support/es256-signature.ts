/** The numbers r and s of an ES256 signature, which DER writes without leading zeros. RFC 3279 §2.2.3. */
function numbersOf(signature: string) {
  const der = Buffer.from(signature, "base64url")
  // A sequence of two integers: 30 length 02 length r 02 length s. No length here needs two bytes.
  const endOfR = 4 + (der[3] ?? 0)
  const padded = (integer: Buffer) =>
    Buffer.from(
      BigInt(`0x${integer.toString("hex")}`)
        .toString(16)
        .padStart(64, "0"),
      "hex",
    )
  return { r: padded(der.subarray(4, endOfR)), s: padded(der.subarray(endOfR + 2)) }
}

/** Whether r or s starts with a zero byte, so that SimpleWebAuthn 9 rejects a valid signature. */
export function hasLeadingZero(signature: string): boolean {
  const { r, s } = numbersOf(signature)
  return r[0] === 0 || s[0] === 0
}
