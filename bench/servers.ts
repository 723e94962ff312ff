import { spawn } from "node:child_process"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { migrate } from "../scripts/migrate"
import { root } from "../scripts/root"
import { freePort } from "../tests/support/postgresql-server"
import { makePasskeys } from "./passkeys"
import { Client, type Dialect } from "./sign-in"

/**
 * Starts a server on a SQLite file of its own, migrated as `npm start` does, and makes clients for it.
 *
 * @param script The server, relative to the top of the checkout.
 * @param url Its database, `file:…`.
 * @param environment Variables of its own.
 * @returns The clients, the server's origin, and how to stop it; once it answers.
 */
export async function startServer(
  script: string,
  url: string,
  dialect: Dialect,
  clients: number,
  environment: Record<string, string> = {},
) {
  await migrate(url)
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const child = spawn(process.execPath, ["--import", "tsx", join(root, script)], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      HOST: "localhost",
      DATABASE_URL: url,
      AUTH_URL: origin,
      AUTH_SECRET: "a secret of the bench, and of nothing else",
      TRUST_PROXY: "0",
      DEMO_LIMITS: "off",
      ...environment,
    },
  })
  const closed = new Promise<void>((resolve) => child.on("close", () => resolve()))
  for (const start = Date.now(); !(await answers(origin)); await wait(100)) {
    if (child.exitCode === null && Date.now() - start < 30_000) continue
    child.kill("SIGKILL")
    throw new Error(`${script} did not start.`)
  }
  const authenticators = await makePasskeys(url, origin, clients)
  const made = authenticators.map((authenticator) => new Client(port, dialect, authenticator))
  return {
    origin,
    clients: made,
    async stop() {
      for (const client of made) client.close()
      child.kill("SIGINT")
      await closed
    },
  }
}

const answers = (origin: string) =>
  fetch(`${origin}/api/health`).then(
    () => true,
    () => false,
  )
