import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { basename, dirname, join, relative } from "node:path"
import { root } from "../../scripts/root"
import { freePort } from "../support/postgresql-server"
import { applyEdit } from "./apply-edit"
import { missingLine } from "./expected-output"
import { readFolder } from "./folder"
import type { Instruction } from "./instructions"
import { migrateDev, migrationNameOf, offlineEnvironment } from "./offline"
import { runCommand, startCommand } from "./shell"

/** A command in the background is there after so many milliseconds, or will not be. */
const backgroundTimeoutMs = 60_000

const isNoPackage = (path: string) => basename(path) !== "node_modules"

/**
 * Somebody who has an empty folder and does what a page says, and nothing else. Knows nothing of
 * this repository.
 */
export class Reader {
  private output = ""
  private running: ReturnType<typeof startCommand> | undefined
  /** What was in the folder after the first command, which creates the app. */
  private before: Map<string, string> | undefined
  private remembered: { output: string; folder: string } | undefined

  private constructor(
    private readonly parent: string,
    private readonly port: number,
    private readonly environment: Record<string, string>,
    private readonly own: Record<string, string>,
  ) {}

  /** @param own What the reader has in place of something that a page says, as a connection string. */
  static async sitDown(own: Record<string, string> = {}) {
    const parent = await mkdtemp(join(tmpdir(), "passkeys-reader-"))
    if (!relative(root, parent).startsWith(".."))
      throw new Error(`${parent} is in the checkout, where its packages would be found.`)
    const reader = new Reader(parent, await freePort(), await offlineEnvironment(parent), own)
    await mkdir(reader.folder)
    return reader
  }

  get folder() {
    return join(this.parent, "passkeys-app")
  }

  /** The page says port 3000, which somebody else may have on this machine. */
  get origin() {
    return `http://localhost:${this.port}`
  }

  /** Remembers the folder as it is now, without the packages, which nothing writes to. */
  async remember() {
    this.remembered = { output: this.output, folder: join(this.parent, "remembered") }
    await cp(this.folder, this.remembered.folder, { recursive: true, filter: isNoPackage })
  }

  /** Goes back to what was remembered, as if nothing had been done since. */
  async goBack() {
    await this.stop()
    if (!this.remembered) throw new Error("There is nothing to go back to.")
    for (const name of await readdir(this.folder))
      if (name !== "node_modules") await rm(join(this.folder, name), { recursive: true })
    await cp(this.remembered.folder, this.folder, { recursive: true })
    this.output = this.remembered.output
  }

  /** @throws {Error} When what the page says cannot be done, or does not come out as it says. */
  async follow(instruction: Instruction): Promise<void> {
    switch (instruction.kind) {
      case "command":
        return this.run(instruction)
      case "file":
        return this.save(instruction.path, `${this.adapt(instruction.text)}\n`)
      case "edit":
        return this.edit(instruction)
      case "expect":
        return this.expectOutput(this.adapt(instruction.text))
      case "files":
        return this.expectFiles(instruction.paths)
    }
  }

  /** Puts what the reader has in place of what the page says. */
  private adapt(text: string) {
    const pairs = Object.entries({ ...this.own, ":3000": `:${this.port}` })
    return pairs.reduce((adapted, [said, own]) => adapted.replaceAll(said, own), text)
  }

  private async run({ text, background }: Instruction & { kind: "command" }) {
    await this.stop()
    for (const command of this.adapt(text).trim().split("\n")) {
      const migrationName = migrationNameOf(command)
      if (background) {
        const environment = { ...this.environment, PORT: String(this.port) }
        this.running = startCommand(command, this.folder, environment)
      } else if (migrationName) {
        // Is Prisma there, and does it accept the schema?
        this.output = await this.runToEnd("npx --no-install prisma validate")
        this.output += await migrateDev(migrationName, this.folder)
      } else this.output = await this.runToEnd(command)
      this.before ??= await readFolder(this.folder)
    }
  }

  /** Runs a command in the reader's folder. */
  runToEnd(command: string, environment: Record<string, string> = {}) {
    return runCommand(command, this.folder, { ...this.environment, ...environment })
  }

  /** Starts what `npm run build` built. */
  startBuilt() {
    const environment = { ...this.environment, PORT: String(this.port), AUTH_URL: this.origin }
    this.running = startCommand("npm start", this.folder, environment)
    return this.expectOutput("✓ Ready in …")
  }

  /** What the command in the background has printed. */
  get log() {
    return this.running?.output() ?? ""
  }

  /** Ends the command in the background, as Ctrl+C does. */
  async stop() {
    await this.running?.stop()
    this.running = undefined
  }

  /** Deletes the folder, and what was remembered of it. */
  async leave() {
    await this.stop()
    await rm(this.parent, { recursive: true, force: true })
  }

  private async save(path: string, text: string) {
    const file = join(this.folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }

  private async edit({ path, diff }: Instruction & { kind: "edit" }) {
    const text = await readFile(join(this.folder, path), "utf8")
    await this.save(path, applyEdit(text, diff))
  }

  private async expectOutput(expected: string) {
    const { running } = this
    const missing = () => missingLine(expected, running?.output() ?? this.output)
    await running?.printed(() => !missing(), backgroundTimeoutMs)
    if (missing())
      throw new Error(
        `The page says that this is printed: ${missing()}\nThis was:\n${running?.output() ?? this.output}`,
      )
  }

  /** Compares the page's list with what is new or changed since the app was created. */
  private async expectFiles(listed: string[]) {
    const now = await readFolder(this.folder)
    const changed = [...now].filter(([path, text]) => this.before?.get(path) !== text)
    const paths = changed.map(([path]) => path)
    const covers = (item: string, path: string) => path === item || path.startsWith(`${item}/`)
    const missing = listed.filter((item) => !paths.some((path) => covers(item, path)))
    const unlisted = paths.filter((path) => !listed.some((item) => covers(item, path)))
    if (missing.length || unlisted.length)
      throw new Error(
        `The page's list of files has ${missing.join(", ") || "nothing"} too many, and lacks ${unlisted.join(", ") || "nothing"}.`,
      )
  }
}
