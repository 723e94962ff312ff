import { expect, test } from "vitest"
import { networksOf } from "./networks.mjs"

test.each([
  ["192.0.2.1", ["192.0.2.1/32", "192.0.2.0/24"]],
  ["::ffff:192.0.2.1", ["192.0.2.1/32", "192.0.2.0/24"]],
  ["::1", ["::/64", "::/56", "::/48"]],
  ["2001:db8:1:2:3:4:5:6", ["2001:db8:1:2::/64", "2001:db8:1::/56", "2001:db8:1::/48"]],
  ["2001:DB8:1:1ff::9", ["2001:db8:1:1ff::/64", "2001:db8:1:100::/56", "2001:db8:1::/48"]],
  ["2001:db8::9", ["2001:db8::/64", "2001:db8::/56", "2001:db8::/48"]],
  ["64:ff9b::192.0.2.1", ["64:ff9b::/64", "64:ff9b::/56", "64:ff9b::/48"]],
  ["1::2:3:4:5:192.0.2.1", ["1:0:2:3::/64", "1:0:2::/56", "1:0:2::/48"]],
  ["fe80::1%eth0", ["fe80::/64", "fe80::/56", "fe80::/48"]],
])("%s is in %j", (address, networks) => {
  expect(networksOf(address).map(({ name }) => name)).toEqual(networks)
})

test("a network has its prefix", () => {
  expect(networksOf("192.0.2.1").map(({ prefix }) => prefix)).toEqual(["/32", "/24"])
  expect(networksOf("2001:db8::1").map(({ prefix }) => prefix)).toEqual(["/64", "/56", "/48"])
})
