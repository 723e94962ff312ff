import { request } from "node:http"
import { createServer } from "node:https"
import type { AddressInfo } from "node:net"
import { selfSignedCertificate } from "./self-signed-certificate"

/**
 * What stands before an app in production: it ends TLS, for every host, and names the host in
 * `X-Forwarded-Host`.
 *
 * @param origin Where the app listens.
 * @returns Chromium's arguments with which it takes any `https://` address to the proxy.
 */
export async function startHttpsProxy(origin: string) {
  const { hostname, port } = new URL(origin)
  const answers = new Map<string | undefined, object>()
  const server = createServer(await selfSignedCertificate(), (incoming, outgoing) => {
    const { method, url, headers } = incoming
    const answer = answers.get(url)
    if (answer) {
      outgoing.writeHead(200, { "content-type": "application/json" })
      return void outgoing.end(JSON.stringify(answer))
    }
    const forwarded = { "x-forwarded-host": headers.host, "x-forwarded-proto": "https" }
    const toApp = request(
      { hostname, port, method, path: url, headers: { ...headers, ...forwarded } },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      },
    )
    toApp.on("error", () => outgoing.destroy())
    incoming.pipe(toApp)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address() as AddressInfo
  return {
    chromiumArguments: [
      `--host-resolver-rules=MAP *:443 127.0.0.1:${address.port}`,
      "--ignore-certificate-errors",
    ],
    /** Answers a path on every host itself, with JSON. */
    answer: (path: string, body: object) => void answers.set(path, body),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
