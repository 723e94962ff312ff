import { cp, mkdir, readFile, writeFile } from "node:fs/promises"
import { basename, join } from "node:path"
import { runCommand } from "./shell"

export type Instruction = { name: string; value: string }

/** One image of a Dockerfile, as far as it's a folder with an environment and a command. */
export type Stage = {
  /** What stands for the image's `/`. */
  folder: string
  workdir: string
  environment: Record<string, string>
  user?: string
  command: string[]
  healthCheck: string[]
}

/** Reads a Dockerfile's instructions, in their order. */
export function instructionsOf(dockerfile: string): Instruction[] {
  const lines = dockerfile.replace(/^#.*\n/gm, "").replace(/\\\n\s*/g, "")
  return lines
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [, name = "", value = ""] = /^(\w+)\s+(.*)$/.exec(line) ?? []
      if (!name) throw new Error(`This is no instruction: ${line}`)
      return { name, value }
    })
}

const execForm = (value: string) => JSON.parse(value.slice(value.indexOf("["))) as string[]

/**
 * Does what `docker build` does with a Dockerfile, without Docker: each image is a folder, in which its
 * `RUN` lines run one after the other. Users and base images are only Docker's.
 *
 * @param context The build context, with the Dockerfile and `.dockerignore`.
 * @param images Where the images are made.
 * @param environment For the commands that run, beside that of the Dockerfile.
 * @returns The images, by the names of their stages. The last one is `""`.
 * @throws {Error} For an instruction that it doesn't know, and with what a command printed that failed.
 */
export async function followDockerfile(
  context: string,
  images: string,
  environment: Record<string, string>,
) {
  const stages = new Map<string, Stage>()
  const ignored = await readIgnored(context)
  const PATH = await standInForUsers(images)
  let stage: Stage | undefined
  const instructions = instructionsOf(await readFile(join(context, "Dockerfile"), "utf8"))
  for (const { name, value } of instructions) {
    if (name === "FROM") {
      const [base = "", , as = ""] = value.split(" ")
      stage = await newStage(join(images, as || "image"), stages.get(base))
      stages.set(as, stage)
      continue
    }
    if (!stage) throw new Error(`${name} before FROM`)
    const cwd = join(stage.folder, stage.workdir)
    if (name === "WORKDIR") {
      stage.workdir = value
      await mkdir(join(stage.folder, value), { recursive: true })
    } else if (name === "ENV") {
      const [key = "", ...rest] = value.split("=")
      stage.environment[key] = rest.join("=")
    } else if (name === "COPY") await copy(value, context, cwd, stages, ignored)
    else if (name === "RUN")
      await runCommand(value, cwd, { PATH, ...environment, ...stage.environment })
    else if (name === "USER") stage.user = value
    else if (name === "CMD") stage.command = execForm(value)
    else if (name === "HEALTHCHECK") stage.healthCheck = execForm(value)
    else if (name !== "EXPOSE") throw new Error(`${name} isn't known here.`)
  }
  return stages
}

/** There is no user `node` on this machine: `chown` does nothing. Returns the folder for `PATH`. */
async function standInForUsers(images: string) {
  const folder = join(images, "programs")
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, "chown"), "#!/bin/sh\n", { mode: 0o755 })
  return folder
}

async function newStage(folder: string, base: Stage | undefined): Promise<Stage> {
  await mkdir(folder, { recursive: true })
  if (!base) return { folder, workdir: "/", environment: {}, command: [], healthCheck: [] }
  // Hard links: nothing here changes a package in its place.
  await runCommand(`cp -al "${base.folder}/." "${folder}"`, folder, {})
  return { ...base, folder, environment: { ...base.environment } }
}

/** `COPY [--from=stage] [--chown=user] source… target`. */
async function copy(
  value: string,
  context: string,
  cwd: string,
  stages: Map<string, Stage>,
  isIgnored: (path: string) => boolean,
) {
  const parts = value.split(" ")
  const from = parts.find((part) => part.startsWith("--from="))?.slice("--from=".length)
  const paths = parts.filter((part) => !part.startsWith("--"))
  const target = join(cwd, paths.pop() ?? "")
  for (const path of paths) {
    const source = join(from === undefined ? context : (stages.get(from)?.folder ?? ""), path)
    const isFolder = !/\.\w+$/.test(basename(path)) || path === "."
    const isKept = (file: string) =>
      from !== undefined || !isIgnored(file.slice(context.length + 1))
    await cp(source, isFolder ? target : join(target, basename(path)), {
      recursive: true,
      filter: isKept,
      // Links of node_modules/.bin are relative.
      verbatimSymlinks: true,
    })
  }
}

/** Whether `.dockerignore` leaves a path out. Its patterns are for the top of the context. */
async function readIgnored(context: string) {
  const lines = (await readFile(join(context, ".dockerignore"), "utf8")).split("\n").filter(Boolean)
  const patterns = lines.map((line) => {
    const escaped = line.replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]*")
    return new RegExp(`^${escaped}(/|$)`)
  })
  return (path: string) => patterns.some((pattern) => pattern.test(path))
}
