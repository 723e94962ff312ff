import { isIPv6 } from "node:net"

/** How much of an address names the network: RFC 4632 §3.1 for IPv4, RFC 4291 §2.3 for IPv6. */
export type Prefix = "/32" | "/24" | "/64" | "/56" | "/48"

/** A network that an address is in. */
export type Network = { prefix: Prefix; name: string }

/**
 * The networks that an address is in and whose attempts are counted, the narrowest first. For IPv4:
 * the address, and its /24. For IPv6: the /64, which is the least that one connection is given, and
 * the /56 and /48, which are what homes and companies are given (RFC 6177): whoever has a /56 can
 * come from 256 different /64.
 */
export function networksOf(address: string): Network[] {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, "").replace(/%.*$/, "")
  if (!isIPv6(plain))
    return [
      { prefix: "/32", name: `${plain}/32` },
      { prefix: "/24", name: `${plain.replace(/\.\d+$/, ".0")}/24` },
    ]
  const [one, two, three, four] = groupsOf(plain)
  const hex = (...groups: (number | undefined)[]) =>
    groups.map((group = 0) => group.toString(16)).join(":")
  return [
    { prefix: "/64", name: `${hex(one, two, three, four)}::/64` },
    { prefix: "/56", name: `${hex(one, two, three, (four ?? 0) & 0xff00)}::/56` },
    { prefix: "/48", name: `${hex(one, two, three)}::/48` },
  ]
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): number[] {
  // A URL's parser writes an address in one way only: no dotted part, `::` once at most.
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [before = [], after = []] = canonical
    .split("::")
    .map((text) => (text ? text.split(":") : []))
  const zeros = Array<string>(8 - before.length - after.length).fill("0")
  return [...before, ...zeros, ...after].map((group) => Number.parseInt(group, 16))
}
