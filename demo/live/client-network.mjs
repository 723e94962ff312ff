// @ts-check
import { isIPv6 } from "node:net"

/**
 * Whom a limit holds for: an IPv4 address, or the /64 network of an IPv6 address, which is the least
 * that one connection is given (RFC 6177): its 2⁶⁴ addresses are one visitor.
 *
 * @param {string} address
 */
export function networkOf(address) {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, "").replace(/%.*$/, "")
  if (!isIPv6(plain)) return plain
  const [head = "", tail] = plain.toLowerCase().split("::")
  const before = groups(head)
  const after = tail === undefined ? [] : groups(tail)
  const zeros = Math.max(0, 8 - before.length - after.length)
  const all = [...before, ...Array(zeros).fill("0"), ...after]
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`
}

/** @param {string} text */
const groups = (text) => (text ? text.split(":") : [])
