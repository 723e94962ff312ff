import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { mkdir, mkdtemp, readlink, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { freePort } from "../support/postgresql-server"
import { runCommand } from "../support/shell"
import { startUnit } from "../support/systemd-unit"

/** What /deploy/node has its reader save. */
export type ShownFiles = { unit: string; environment: string; switchRelease: string }

type Process = Awaited<ReturnType<typeof startUnit>>

/**
 * Makes a server that has what /deploy/node shows, in a folder: its paths and ports are this test's.
 * `systemctl` asks this process, which follows the unit.
 *
 * @param built A built app, which becomes both releases, `one` and `two`.
 * @param url   Of its database, with its tables.
 */
export async function makeServer(shown: ShownFiles, built: string, url: string) {
  const folder = await mkdtemp(join(tmpdir(), "passkeys-server-"))
  const ports = [await freePort(), await freePort()] as const
  const file = join(folder, "app.env")
  const here = (text: string) =>
    text
      .replaceAll("/srv/app", folder)
      .replaceAll("/etc/app.env", file)
      .replaceAll("file:/var/lib/app/app.db", url)
      .replaceAll("…", "s".repeat(32))
      .replace("for port in 3000 3001;", `for port in ${ports.join(" ")};`)
  const unit = here(shown.unit)
  await writeFile(file, here(shown.environment))
  await mkdir(join(folder, "releases"))
  for (const name of ["one", "two"])
    await runCommand(`cp -al "${built}" "${join(folder, "releases", name)}"`, folder, {})

  const processes = new Map<string, Process>()
  /** How each process that was stopped has ended. */
  const ends: { code: number | null; isSuccess: boolean }[] = []
  async function stop(instance: string) {
    const process = processes.get(instance)
    const code = await process?.stop()
    if (process && code !== undefined) ends.push({ code, isSuccess: process.isSuccess(code) })
    processes.delete(instance)
  }
  async function restart(instance: string) {
    await stop(instance)
    processes.set(instance, await startUnit(unit, instance))
  }
  const systemd = createServer((request, response) => {
    const instance = request.url?.slice("/restart/app@".length) ?? ""
    restart(instance).then(
      () => response.end(),
      (error) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => systemd.listen(0, "127.0.0.1", resolve))
  const { port } = systemd.address() as AddressInfo
  const systemctl = `#!/bin/sh\nexec curl -sSf "http://127.0.0.1:${port}/$1/$2"\n`
  await mkdir(join(folder, "programs"))
  await writeFile(join(folder, "programs/systemctl"), systemctl, { mode: 0o755 })
  await writeFile(join(folder, "switch-release"), here(shown.switchRelease))
  return {
    folder,
    ports,
    ends,
    processOn: (port: number) => processes.get(String(port)),
    /** Runs the page's script. Returns which release each process then runs. */
    async switchTo(name: string) {
      const PATH = join(folder, "programs")
      await runCommand(`sh ./switch-release ${name}`, folder, { PATH })
      const running = [...processes.values()].map(({ pid }) => readlink(`/proc/${pid}/cwd`))
      return (await Promise.all(running)).map((path) => path.split("/").at(-1))
    },
    async remove() {
      await Promise.all([...processes.keys()].map(stop))
      systemd.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
