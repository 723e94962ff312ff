// @ts-check
// JavaScript, because the server reads it too, which runs without a compiler.
import ipaddr from "ipaddr.js"

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
  // A zone (`%eth0`) names an interface of this machine, and not the sender's network.
  const [text = ""] = address.split("%")
  if (!ipaddr.isValid(text)) return [{ prefix: "/32", name: text }]
  // An IPv4 address that is written as an IPv6 address becomes one of IPv4.
  const parsed = ipaddr.process(text)
  return parsed instanceof ipaddr.IPv4
    ? [network(parsed, "/32"), network(parsed, "/24")]
    : [network(parsed, "/64"), network(parsed, "/56"), network(parsed, "/48")]
}

/**
 * @param {ipaddr.IPv4 | ipaddr.IPv6} address
 * @param {Prefix} prefix
 * @returns {Network}
 */
function network(address, prefix) {
  const cidr = `${address}${prefix}`
  const first =
    address instanceof ipaddr.IPv4
      ? ipaddr.IPv4.networkAddressFromCIDR(cidr)
      : ipaddr.IPv6.networkAddressFromCIDR(cidr)
  return { prefix, name: `${first}${prefix}` }
}
