import { spawn } from "node:child_process"
import { accessSync, constants } from "node:fs"
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { root } from "../../scripts/root"
import { freePort } from "./postgresql-server"
import { selfSignedCertificate } from "./self-signed-certificate"

/** Where Debian puts them. `/usr/sbin` is not on everybody's path. */
const programs = { nginx: ["/usr/sbin/nginx", "/usr/bin/nginx"], caddy: ["/usr/bin/caddy"] }

export type ProxyName = keyof typeof programs

const programOf = (name: ProxyName) =>
  programs[name].find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })

/**
 * Whether a proxy is installed: `apt-get install nginx caddy`. They come with no npm package.
 *
 * @throws {Error} Where it's missing in CI: there nothing is skipped.
 */
export function hasProxy(name: ProxyName): boolean {
  const program = programOf(name)
  if (!program && process.env.CI)
    throw new Error(`${name} is missing. In CI nothing is skipped: apt-get install ${name}.`)
  return program !== undefined
}

const files: Record<ProxyName, string> = { nginx: "nginx.conf", caddy: "Caddyfile" }

/** The configuration that readers copy. */
export const recipeOf = (name: ProxyName) =>
  readFile(join(root, "demo/recipes/proxy", files[name]), "utf8")

type Change = [from: string | RegExp, to: string]

/**
 * Starts a proxy with the configuration that readers copy, in which only the ports, the app's address
 * and the certificate are this test's.
 *
 * @param app Where the app listens, as `127.0.0.1:3000`.
 * @param changes More of them: mistakes.
 * @param text     The configuration, as a page shows it. By default, the recipe's.
 * @returns Its ports for https and for http, and how to stop it.
 */
export async function startProxy(
  name: ProxyName,
  app: string,
  changes: Change[] = [],
  text?: string,
) {
  const folder = await mkdtemp(join(tmpdir(), "passkeys-proxy-"))
  const [port, httpPort] = [await freePort(), await freePort()]
  const { cert, key } = await selfSignedCertificate(["app.example.com"])
  await writeFile(join(folder, "cert.pem"), cert)
  await writeFile(join(folder, "key.pem"), key)
  const file = files[name]
  const recipe = text ?? (await recipeOf(name))
  const configuration = [...own[name](folder, port, httpPort, app), ...changes].reduce(
    (text, [from, to]) => {
      if (text.split(from).length !== 2) throw new Error(`${file} hasn't this once: ${from}`)
      return text.replace(from, to)
    },
    recipe,
  )
  await writeFile(
    join(folder, file),
    name === "nginx" ? around(folder, configuration) : configuration,
  )
  await mkdir(join(folder, "temporary"))
  const child = spawn(programOf(name) ?? name, commands[name](join(folder, file), folder), {
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let log = ""
  child.stdout.on("data", (data) => (log += data))
  child.stderr.on("data", (data) => (log += data))
  const closed = new Promise((resolve) => child.on("close", resolve))
  const deadline = Date.now() + 30_000
  while (!(await isListening(port))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill()
      throw new Error(`${name} did not start:\n${log}`)
    }
    await wait(50)
  }
  return {
    port,
    httpPort,
    async stop() {
      child.kill("SIGTERM")
      await closed
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const own: Record<ProxyName, (...of: [string, number, number, string]) => Change[]> = {
  nginx: (folder, port, httpPort, app) => [
    ["127.0.0.1:3000", app],
    ["listen 80;", `listen 127.0.0.1:${httpPort};`],
    ["listen 443 ssl http2;", `listen 127.0.0.1:${port} ssl http2;`],
    ["/etc/ssl/app.example.com.pem", join(folder, "cert.pem")],
    ["/etc/ssl/private/app.example.com.key", join(folder, "key.pem")],
  ],
  caddy: (folder, port, httpPort, app) => [
    ["127.0.0.1:3000", app],
    [
      "app.example.com {\n",
      `{\n\tadmin off\n\thttps_port ${port}\n\thttp_port ${httpPort}\n\tdefault_bind 127.0.0.1\n}\n
app.example.com {\n\ttls ${join(folder, "cert.pem")} ${join(folder, "key.pem")}\n`,
    ],
  ],
}

const commands: Record<ProxyName, (file: string, folder: string) => string[]> = {
  nginx: (file, folder) => ["-c", file, "-p", folder, "-g", "daemon off;"],
  caddy: (file) => ["run", "--config", file, "--adapter", "caddyfile"],
}

/** Debian's own `nginx.conf` includes the reader's file at this place. */
const around = (folder: string, configuration: string) => `
${process.getuid?.() === 0 ? "user root;" : ""}
pid ${join(folder, "pid")};
error_log stderr;
events {}
http {
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${join(folder, "temporary", name)};`)
    .join("\n  ")}
${configuration}
}
`

const isListening = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1")
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false))
    socket.unref()
    socket.once("connect", () => socket.destroy())
  })
