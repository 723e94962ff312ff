import { once } from "node:events"
import { createServer, type Server } from "node:http"
import type { AddressInfo, Socket } from "node:net"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { checkResponse } from "../../demo/live/site-check/check-response"
import { fencesOf, sourceOf } from "../guide/guide-pages"
import { applyEdit } from "../reader/apply-edit"
import { askOverTls } from "../support/ask-over-tls"
import { hasProxy, recipeOf, startProxy, type ProxyName } from "../support/proxies"

const host = "app.example.com"
let app: Server
let address: string

/** Answers with the headers that it got. `?size=` makes those of its answer larger. */
beforeAll(async () => {
  app = createServer((req, res) => {
    const size = Number(new URL(req.url ?? "", "http://x").searchParams.get("size") ?? 0)
    const caching = new URL(req.url ?? "", "http://x").searchParams.get("caching")
    if (caching) res.setHeader("Cache-Control", caching)
    if (size) res.setHeader("Set-Cookie", `large=${"x".repeat(size)}`)
    res.end(JSON.stringify(req.headers))
  })
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve))
  address = `127.0.0.1:${(app.address() as AddressInfo).port}`
})
afterAll(() => {
  app.closeAllConnections()
  app.close()
})

async function withProxy(
  name: ProxyName,
  changes: [string, string][],
  work: (proxy: Awaited<ReturnType<typeof startProxy>>) => Promise<void>,
) {
  const proxy = await startProxy(name, address, changes)
  await work(proxy).finally(() => proxy.stop())
}

/** The page's edits for a second process. */
const [nginxEdit = "", caddyEdit = ""] = fencesOf(sourceOf("deploy/several-processes"))
  .map(({ code }) => code)
  .filter((code) => /^\+.*127\.0\.0\.1:3001/m.test(code))
const editForTwo: Record<ProxyName, string> = { nginx: nginxEdit, caddy: caddyEdit }

describe.each(["nginx", "caddy"] as const)("%s", (name) => {
  test.skipIf(!hasProxy(name))("tells the app who asked for what, and no lie", () =>
    withProxy(name, [], async ({ port, httpPort }) => {
      const lies = {
        "X-Forwarded-For": "192.0.2.1",
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Proto": "http",
        "X-Request-Id": "chosen-by-the-client",
      }
      const { status, body } = await askOverTls(port, host, "/", lies)
      expect(status).toBe(200)
      const seen = JSON.parse(body)
      expect(seen).toMatchObject({
        host,
        "x-forwarded-host": host,
        "x-forwarded-proto": "https",
        "x-forwarded-for": "127.0.0.1",
      })
      expect(seen["x-request-id"]).toMatch(/^[\da-f-]{32,36}$/)

      const plain = await fetch(`http://127.0.0.1:${httpPort}/sign-in?x=1`, {
        headers: { Host: host },
        redirect: "manual",
      })
      // fetch names its own host, which Caddy repeats and nginx doesn't.
      expect([301, 308]).toContain(plain.status)
      expect(plain.headers.get("location")).toMatch(/^https:\/\/.*\/sign-in\?x=1$/)
    }),
  )

  test.skipIf(!hasProxy(name))(
    "keeps responses of Auth.js out of caches, and changes no others",
    () =>
      withProxy(name, [], async ({ port }) => {
        const cachingOf = async (path: string) => {
          const { text } = await askOverTls(port, host, path)
          return [...text.matchAll(/^cache-control: (.*?)\r?$/gim)].map(([, value]) => value)
        }
        expect(await cachingOf("/api/auth/webauthn-options/passkey")).toEqual(["no-store"])
        expect(await cachingOf("/api/auth/session?caching=private")).toEqual(["private"])
        expect(await cachingOf("/sign-in")).toEqual([])
        expect(await cachingOf("/x?caching=public")).toEqual(["public"])
      }),
  )

  test.skipIf(!hasProxy(name))("lets large headers through, in both directions", () =>
    withProxy(name, [], async ({ port }) => {
      const Cookie = `other=${"x".repeat(12_000)}`
      expect((await askOverTls(port, host, "/", { Cookie })).status).toBe(200)
      expect((await askOverTls(port, host, "/?size=12000")).status).toBe(200)
    }),
  )

  // If Node.js closes it at the moment when the proxy sends a POST on it, the answer is 502.
  test.skipIf(!hasProxy(name))(
    "closes a connection to the app before Node.js would, after 5 idle seconds",
    { timeout: 20_000 },
    () =>
      withProxy(name, [], async ({ port }) => {
        app.keepAliveTimeout = 60_000
        const connected = once(app, "connection")
        expect((await askOverTls(port, host, "/")).status).toBe(200)
        const answeredAt = performance.now()
        const [socket] = (await connected) as [Socket]
        if (!socket.closed) await once(socket, "close")
        expect((performance.now() - answeredAt) / 1_000).toBeLessThan(4.9)
      }),
  )

  test.skipIf(!hasProxy(name))(
    "loses no request while one of two processes is stopped, then the other",
    { timeout: 40_000 },
    async () => {
      const first = createServer((_req, res) => res.end("first"))
      const second = createServer((_req, res) => res.end("second"))
      const listen = (server: Server, port: number) =>
        new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
      const portOf = (server: Server) => (server.address() as AddressInfo).port
      await Promise.all([listen(first, 0), listen(second, 0)])
      const port = portOf(first)
      const text = applyEdit(await recipeOf(name), editForTwo[name])
      const changes: [string, string][] = [["127.0.0.1:3001", `127.0.0.1:${portOf(second)}`]]
      const proxy = await startProxy(name, `127.0.0.1:${port}`, changes, text)
      const stop = async (server: Server) => {
        server.close()
        server.closeAllConnections()
        await once(server, "close")
      }
      try {
        const answers = async () => {
          const asked = Array.from({ length: 20 }, () => askOverTls(proxy.port, host, "/"))
          const all = (await Promise.all(asked)).map(({ status, body }) => `${status} ${body}`)
          return new Set(all)
        }
        expect(await answers()).toEqual(new Set(["200 first", "200 second"]))
        await stop(first)
        expect(await answers()).toEqual(new Set(["200 second"]))
        await listen(first, port)
        await stop(second)
        expect(await answers()).toEqual(new Set(["200 first"]))
      } finally {
        await proxy.stop()
        for (const server of [first, second]) server.close().closeAllConnections()
      }
    },
  )
})

describe.skipIf(!hasProxy("nginx"))("nginx as it is by default", () => {
  const whatOf = (text: string) => checkResponse(text, `https://${host}`).findings?.[0]?.what

  test("refuses cookies of more than 8 KB", () =>
    withProxy("nginx", [["large_client_header_buffers 4 16k;", ""]], async ({ port }) => {
      const ask = (bytes: number) =>
        askOverTls(port, host, "/", { Cookie: `x=${"x".repeat(bytes)}` })
      expect((await ask(7_000)).status).toBe(200)
      const { status, body, text } = await ask(9_000)
      expect(status).toBe(400)
      expect(body).toContain("Request Header Or Cookie Too Large")
      expect(whatOf(text)).toBe("The request's headers are too large")
    }))

  test("answers 502 when the app sets cookies of more than 4 KB", () =>
    withProxy(
      "nginx",
      [
        ["proxy_buffer_size 16k;", ""],
        ["proxy_buffers 8 16k;", ""],
        ["proxy_busy_buffers_size 32k;", ""],
      ],
      async ({ port }) => {
        expect((await askOverTls(port, host, "/?size=3000")).status).toBe(200)
        const { status, text } = await askOverTls(port, host, "/?size=5000")
        expect(status).toBe(502)
        expect(whatOf(text)).toBe("The proxy got no valid response from the app")
      },
    ))

  test("names itself to the app instead of the host", () =>
    withProxy("nginx", [["proxy_set_header Host $host;", ""]], async ({ port }) => {
      const { body } = await askOverTls(port, host, "/")
      expect(JSON.parse(body).host).toBe("app")
    }))
})
