// @ts-check
// JavaScript, because the server reads it too, which runs without a compiler.
import { isIPv6 } from "node:net"

/**
 * How much of an address names the network: RFC 4632 §3.1 for IPv4, RFC 4291 §2.3 for IPv6.
 *
 * @typedef {"/32" | "/24" | "/64" | "/56" | "/48"} Prefix
 */

/**
 * A network that an address is in.
 *
 * @typedef {{ prefix: Prefix, name: string }} Network
 */

/**
 * The networks that an address is in and whose attempts are counted, the narrowest first. For IPv4:
 * the address, and its /24. For IPv6: the /64, which is the least that one connection is given, and
 * the /56 and /48, which are what homes and companies are given (RFC 6177): whoever has a /56 can
 * come from 256 different /64.
 *
 * @param {string} address
 * @returns {[Network, ...Network[]]}
 */
export function networksOf(address) {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, "").replace(/%.*$/, "")
  if (!isIPv6(plain))
    return [
      { prefix: "/32", name: `${plain}/32` },
      { prefix: "/24", name: `${plain.replace(/\.\d+$/, ".0")}/24` },
    ]
  const [one = 0, two = 0, three = 0, four = 0] = groupsOf(plain)
  return [
    { prefix: "/64", name: `${hex(one, two, three, four)}::/64` },
    { prefix: "/56", name: `${hex(one, two, three, four & 0xff00)}::/56` },
    { prefix: "/48", name: `${hex(one, two, three)}::/48` },
  ]
}

/** @param {number[]} groups */
const hex = (...groups) => groups.map((group) => group.toString(16)).join(":")

/**
 * The eight groups of an IPv6 address.
 *
 * @param {string} address
 * @returns {number[]}
 */
function groupsOf(address) {
  // A URL's parser writes an address in one way only: no dotted part, `::` once at most.
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [before = [], after = []] = canonical
    .split("::")
    .map((text) => (text ? text.split(":") : []))
  const zeros = Array(8 - before.length - after.length).fill("0")
  return [...before, ...zeros, ...after].map((group) => Number.parseInt(group, 16))
}
