import { chmod, mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { root } from "../../scripts/root"
import { runCommand } from "./shell"

/** The version that a reader of today has: `npm view pnpm version`. */
export const pnpm = "pnpm@12.21.0"

/**
 * What readers have whose README says `yarn`, `bun` or `pnpm`. Yarn is two programs: version 1 is what
 * `npm install --global yarn` installs, and later ones are what Corepack does.
 */
export const packageManagers = [
  { packageManager: "yarn", tool: "yarn@1.22.22" },
  { packageManager: "yarn", tool: "@yarnpkg/cli-dist@4.18.1" },
  { packageManager: "bun", tool: "bun@1.4.5" },
  { packageManager: "pnpm", tool: pnpm },
]

/**
 * Installs a package manager.
 *
 * @param folder Where: its caches are in there too.
 * @param tool Its npm package, with a version.
 * @returns The environment for commands that use it, with npm's own settings of this machine.
 */
export async function installTool(folder: string, tool: string) {
  const tools = join(folder, "tools")
  await mkdir(tools)
  await writeFile(join(tools, "package.json"), '{ "private": true }\n')
  const options = "--no-audit --no-fund --save-exact"
  await runCommand(`npm install ${options} ${tool}`, tools, {})
  const setting = async (name: string) =>
    (await runCommand(`npm config get ${name}`, tools, {})).trim().replace(/^null$/, "")
  const [registry, cafile] = await Promise.all([setting("registry"), setting("cafile")])
  return {
    PATH: join(tools, "node_modules/.bin"),
    XDG_CACHE_HOME: join(folder, "cache"),
    XDG_DATA_HOME: join(folder, "data"),
    YARN_CACHE_FOLDER: join(folder, "cache/yarn"),
    YARN_GLOBAL_FOLDER: join(folder, "cache/yarn-global"),
    BUN_INSTALL_CACHE_DIR: join(folder, "cache/bun"),
    npm_config_registry: registry,
    pnpm_config_registry: registry,
    // create-next-app names this version in package.json. Else pnpm looks itself up in the registry.
    pnpm_config_pm_on_fail: "ignore",
    YARN_NPM_REGISTRY_SERVER: registry,
    BUN_CONFIG_REGISTRY: registry,
    ...(cafile && { NODE_EXTRA_CA_CERTS: cafile, YARN_HTTPS_CA_FILE_PATH: cafile }),
  }
}

/** Writes a program that Prisma's commands can run as their schema engine. Returns its path. */
export async function writeSchemaEngine(folder: string): Promise<string> {
  const program = join(root, "tests/support/schema-engine-program.ts")
  const loader = fileURLToPath(import.meta.resolve("tsx"))
  const path = join(folder, "schema-engine")
  const script = `#!/bin/sh\nexec "${process.execPath}" --import "${loader}" "${program}" "$@"\n`
  await writeFile(path, script)
  await chmod(path, 0o755)
  return path
}
