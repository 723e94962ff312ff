import type { IncomingMessage } from "node:http"
import { afterEach, expect, test, vi } from "vitest"
import { clientAddress, visitorOf } from "./client-address"
import { networkOf } from "./client-network.mjs"

const request = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: { "x-forwarded-for": forwarded },
  }) as unknown as IncomingMessage

afterEach(() => vi.unstubAllEnvs())

test.each([
  ["0", "10.0.0.1", "203.0.113.7", "10.0.0.1"],
  ["1", "10.0.0.1", "203.0.113.7", "203.0.113.7"],
  ["1", "10.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7"],
  ["2", "10.0.0.1", "forged, 203.0.113.7, 10.0.0.2", "203.0.113.7"],
  ["1", "10.0.0.1", "203.0.113.7:4711", "203.0.113.7"],
  ["1", "10.0.0.1", "[2001:db8::1]:4711", "2001:db8::1"],
  ["1", "10.0.0.1", "not an address", "10.0.0.1"],
  ["2", "10.0.0.1", "203.0.113.7", "10.0.0.1"],
])("behind %s proxies, %s with %j is %s", (proxies, socket, forwarded, address) => {
  vi.stubEnv("TRUST_PROXY", proxies)
  expect(clientAddress(request(socket, forwarded))).toBe(address)
})

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["::1", "0:0:0:0::/64"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:db8::9", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
])("%s counts as %s", (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test("what is stored does not hold the address, and depends on the secret", () => {
  vi.stubEnv("AUTH_SECRET", "one")
  const visitor = visitorOf(request("192.0.2.1"))
  expect(visitor).toMatch(/^[\w-]{22}$/)
  expect(visitorOf(request("192.0.2.1"))).toBe(visitor)
  vi.stubEnv("AUTH_SECRET", "two")
  expect(visitorOf(request("192.0.2.1"))).not.toBe(visitor)
})
