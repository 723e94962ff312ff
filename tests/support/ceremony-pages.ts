import { readFile } from "node:fs/promises"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { root } from "../../scripts/root"

/** What a page calls: the two functions of SimpleWebAuthn, and the browser's own. Each returns what was said. */
const script = `
  const { startRegistration, startAuthentication } = SimpleWebAuthnBrowser
  const challenge = "AAAAAAAAAAAAAAAAAAAAAA"
  const timeout = 1500
  const creation = (rpId, excludeCredentials = []) => ({
    rp: { id: rpId, name: "Tests" },
    user: { id: "user", name: "user", displayName: "user" },
    challenge,
    pubKeyCredParams: [-7, -257].map((alg) => ({ type: "public-key", alg })),
    timeout,
    excludeCredentials,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  })
  const request = (rpId) => ({ rpId, challenge, timeout, userVerification: "required" })

  /** The text of an error, and of its cause. */
  const said = (promise) =>
    promise.then(
      () => "",
      (error) => [error.message, error.cause?.message].join("\\n"),
    )
  const moment = () => new Promise((resolve) => setTimeout(resolve, 100))

  const create = (rpId = location.hostname) => said(startRegistration(creation(rpId)))
  const get = (rpId = location.hostname, autofill = false) =>
    said(startAuthentication(request(rpId), autofill))
  const getDirectly = async (signal) => {
    const publicKey = { ...request(location.hostname), challenge: new Uint8Array(16) }
    return said(navigator.credentials.get({ publicKey, signal }))
  }
`

/**
 * Serves pages with SimpleWebAuthn on this machine.
 *
 * `/` is a page, `/denied` is one that may not use passkeys, and `/frame?<address>` has a page in a frame.
 *
 * @returns The address, with the host name `localhost`, and how to stop it.
 */
export async function startCeremonyPages() {
  const bundle = "node_modules/@simplewebauthn/browser/dist/bundle/index.umd.min.js"
  const library = await readFile(join(root, bundle), "utf8")
  const page = `<!doctype html><title>Tests</title><script>${library}\n${script}</script>`
  const server = createServer(({ url = "" }, response) => {
    const [path, framed = ""] = url.split("?")
    const denied = "publickey-credentials-create=(), publickey-credentials-get=()"
    if (path === "/denied") response.setHeader("Permissions-Policy", denied)
    response.setHeader("Content-Type", "text/html")
    const frame = `<!doctype html><iframe src="${decodeURIComponent(framed)}"></iframe>`
    response.end(path === "/frame" ? frame : page)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    page,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
