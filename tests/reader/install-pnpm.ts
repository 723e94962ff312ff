import { join } from "node:path"
import { runCommand } from "./shell"

/** The version that a reader of today has: `npm view pnpm version`. */
const version = "12.21.0"

/**
 * Installs pnpm for one reader, with its store in a folder of theirs.
 *
 * @returns The environment in which their commands find both.
 */
export async function installPnpm(folder: string): Promise<Record<string, string>> {
  const prefix = join(folder, "pnpm")
  await runCommand(`npm install --global --prefix ${prefix} pnpm@${version}`, folder, {})
  return {
    PATH: join(prefix, "bin"),
    pnpm_config_store_dir: join(folder, "pnpm-store"),
    // create-next-app names this version in package.json. Else pnpm looks itself up in the registry.
    pnpm_config_pm_on_fail: "ignore",
  }
}
