import { existsSync } from "node:fs"
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { basename, dirname, join, relative } from "node:path"
import { root } from "../../scripts/root"
import { installTool, pnpm } from "../support/package-managers"
import { freePort } from "../support/postgresql-server"
import { applyEdit } from "./apply-edit"
import { missingLine } from "./expected-output"
import { readFolder } from "./folder"
import type { ExistingApp } from "./apps"
import type { Instruction } from "./instructions"
import { offlineEnvironment } from "./offline"
import { needsSchemaEngine, runPrisma } from "./offline-prisma"
import { readersNpm } from "./readers-npm"
import { setUpApp } from "./set-up-app"
import { runCommand, startCommand } from "../support/shell"

/** A command in the background is there after so many milliseconds, or will not be. */
const backgroundTimeoutMs = 60_000

const isNoPackage = (path: string) => basename(path) !== "node_modules"

/**
 * Somebody who has an empty folder, or an app, and does what a page says, and nothing else. Knows
 * nothing of this repository.
 */
export class Reader {
  private output = ""
  private running: ReturnType<typeof startCommand> | undefined
  /** What was in the folder before the page, or after the command that created the app. */
  private before: Map<string, string> | undefined
  /** The files that the reader wrote before they opened the guide: no page may replace them. */
  private own: string[] = []
  /** Where files went whose own place was taken. */
  private readonly moved = new Map<string, string>()
  private remembered: { output: string; folder: string } | undefined
  private packageManager = "npm"

  private constructor(
    private readonly parent: string,
    private readonly port: number,
    private readonly environment: Record<string, string>,
    private readonly replacements: Record<string, string>,
  ) {}

  /** @param replacements What the reader has in place of something that a page says, such as a connection string. */
  static async sitDown(replacements: Record<string, string> = {}) {
    const parent = await mkdtemp(join(tmpdir(), "passkeys-reader-"))
    if (!relative(root, parent).startsWith(".."))
      throw new Error(`${parent} is in the checkout, where its packages would be found.`)
    const reader = new Reader(
      parent,
      await freePort(),
      { ...(await offlineEnvironment(parent)), ...(await readersNpm(parent)) },
      replacements,
    )
    await mkdir(reader.folder)
    return reader
  }

  /** Somebody who has an app, set up and running, before they open the guide. */
  static async withApp(app: ExistingApp) {
    const reader = await Reader.sitDown()
    try {
      await reader.use(app.packageManager)
      reader.own = await setUpApp(app, reader, (text) => reader.runAll(text))
      return reader
    } catch (error) {
      await reader.leave()
      throw error
    }
  }

  /** Has the reader use a package manager other than npm: installs it, if this machine lacks it. */
  async use(packageManager: ExistingApp["packageManager"]) {
    this.packageManager = packageManager
    if (packageManager === "pnpm")
      Object.assign(this.environment, await installTool(this.parent, pnpm))
  }

  /** Tells `mariadb` how to connect, as `~/.my.cnf` does on the reader's machine. */
  async setOptionFile(text: string) {
    await writeFile(join(this.parent, "my.cnf"), text)
    this.environment.MYSQL_HOME = this.parent
  }

  /** What is new or changed from now on is the page's. */
  async openPage() {
    this.before = await readFolder(this.folder)
  }

  get folder() {
    return join(this.parent, "passkeys-app")
  }

  /** The page says port 3000, which somebody else may have on this machine. */
  get origin() {
    return `http://localhost:${this.port}`
  }

  /** Where the stand-in for Prisma's engine keeps the schema that the database has. */
  get appliedSchema() {
    return join(this.parent, "applied-schema.prisma")
  }

  /** Remembers the folder as it is now, without the packages, which nothing writes to. */
  async remember() {
    this.remembered = { output: this.output, folder: join(this.parent, "remembered") }
    await cp(this.folder, this.remembered.folder, { recursive: true, filter: isNoPackage })
    if (existsSync(this.appliedSchema))
      await cp(this.appliedSchema, `${this.remembered.folder}.prisma`)
  }

  /** Goes back to what was remembered, as if nothing had been done since. */
  async goBack() {
    await this.stop()
    if (!this.remembered) throw new Error("There is nothing to go back to.")
    for (const name of await readdir(this.folder))
      if (name !== "node_modules") await rm(join(this.folder, name), { recursive: true })
    await cp(this.remembered.folder, this.folder, { recursive: true })
    this.output = this.remembered.output
    this.moved.clear()
    await rm(this.appliedSchema, { force: true })
    if (existsSync(`${this.remembered.folder}.prisma`))
      await cp(`${this.remembered.folder}.prisma`, this.appliedSchema)
  }

  /** @throws {Error} When what the page says cannot be done, or does not come out as it says. */
  async follow(instruction: Instruction): Promise<void> {
    switch (instruction.kind) {
      case "command":
        return this.run(instruction)
      case "file":
        return this.saveFile(instruction)
      case "append":
        return this.append(instruction)
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
    const pairs = Object.entries({ ...this.replacements, ":3000": `:${this.port}` })
    return pairs.reduce((adapted, [said, own]) => adapted.replaceAll(said, own), text)
  }

  private async run({ text, background }: Instruction & { kind: "command" }) {
    if (!background) return this.runAll(text)
    await this.stop()
    this.running = startCommand(this.adapt(text).trim(), this.folder, this.serverEnvironment())
    this.before ??= await readFolder(this.folder)
  }

  /** Runs commands one after the other, and keeps what the last one printed. */
  private async runAll(text: string) {
    await this.stop()
    for (const command of this.adapt(text).trim().split("\n")) {
      if (needsSchemaEngine(command)) {
        // Is Prisma there, and does it accept the schema?
        const runner = this.packageManager === "npm" ? "npx --no-install" : "pnpm exec"
        this.output = await this.runToEnd(`${runner} prisma validate`)
        this.output += await runPrisma(command, this)
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
    const environment = { ...this.serverEnvironment(), AUTH_URL: this.origin }
    this.running = startCommand(`${this.packageManager} start`, this.folder, environment)
    return this.expectOutput("✓ Ready in …")
  }

  private serverEnvironment() {
    return { ...this.environment, PORT: String(this.port) }
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

  private async saveFile({ path, ifTaken, text }: Instruction & { kind: "file" }) {
    const isTaken = this.own.includes(path)
    if (isTaken && !ifTaken) throw new Error(`The page replaces ${path}, which the reader wrote.`)
    if (isTaken && ifTaken) this.moved.set(path, ifTaken)
    await this.write(path, `${this.adapt(text)}\n`)
  }

  private async edit({ path, diff }: Instruction & { kind: "edit" }) {
    await this.write(path, applyEdit(await this.read(path), diff))
  }

  private async append({ path, text }: Instruction & { kind: "append" }) {
    await this.write(path, `${await this.read(path)}\n${this.adapt(text)}\n`)
  }

  private fileOf(path: string) {
    return join(this.folder, this.moved.get(path) ?? path)
  }

  private read(path: string) {
    return readFile(this.fileOf(path), "utf8")
  }

  private async write(path: string, text: string) {
    await mkdir(dirname(this.fileOf(path)), { recursive: true })
    await writeFile(this.fileOf(path), text)
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

  /**
   * Whether a tool wrote a file that a page before told of when it was new: the database, the generated
   * client, and what the package manager notes beside `package.json`.
   */
  private isWrittenAgain(path: string) {
    const before = [...(this.before?.keys() ?? [])]
    if (path.startsWith("generated/")) return before.some((one) => one.startsWith("generated/"))
    return /\.db$|^package-lock\.json$|^pnpm-lock\.yaml$/.test(path) && before.includes(path)
  }

  /** Compares the page's list with what is new or changed since `before`. */
  private async expectFiles(shown: string[]) {
    const listed = shown.map((path) => this.moved.get(path) ?? path)
    const now = await readFolder(this.folder)
    const changed = [...now].filter(([path, text]) => this.before?.get(path) !== text)
    const paths = changed.map(([path]) => path)
    const covers = (item: string, path: string) => path === item || path.startsWith(`${item}/`)
    const missing = listed.filter((item) => !paths.some((path) => covers(item, path)))
    const unlisted = paths.filter(
      (path) => !this.isWrittenAgain(path) && !listed.some((item) => covers(item, path)),
    )
    if (missing.length || unlisted.length)
      throw new Error(
        `The page's list of files has ${missing.join(", ") || "nothing"} too many, and lacks ${unlisted.join(", ") || "nothing"}.`,
      )
  }
}
