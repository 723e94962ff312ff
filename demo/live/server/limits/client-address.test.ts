import type { IncomingMessage } from "node:http"
import { afterEach, expect, test, vi } from "vitest"
import { clientAddress } from "./client-address"

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
