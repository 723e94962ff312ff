import { chmod, mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { root } from "../../scripts/root"
import { runCommand } from "../support/shell"

/**
 * Puts an `npm` in front of a reader's own: its `npm install`, also the one that create-next-app runs,
 * shares what the readers of a run have installed. All else is done by npm itself.
 *
 * @param folder Where the program is written: not the reader's own folder.
 * @param shared What the readers of this run have installed. Without it, nothing is shared.
 * @returns The environment for the reader's commands.
 */
export async function readersNpm(
  folder: string,
  shared = process.env.SHARED_INSTALLS,
): Promise<Record<string, string>> {
  if (!shared) return {}
  const npm = (await runCommand("command -v npm", folder, {})).trim()
  const loader = fileURLToPath(import.meta.resolve("tsx"))
  const program = join(root, "tests/reader/npm-program.ts")
  const bin = join(folder, "bin")
  await mkdir(bin, { recursive: true })
  const script = `#!/bin/sh
[ "$1" = install ] || exec "${npm}" "$@"
exec "${process.execPath}" --import "${loader}" "${program}" "${npm}" "${shared}" "$@"
`
  await writeFile(join(bin, "npm"), script)
  await chmod(join(bin, "npm"), 0o755)
  return { PATH: bin }
}
