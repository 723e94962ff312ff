import { randomBytes } from "node:crypto"
import { cp, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { root } from "../../scripts/root"
import type { ExistingApp } from "./apps"
import { readFolder } from "./folder"

/**
 * Sets up the app that a reader has before they open the guide: a new one, with what they added.
 *
 * @param folder Where the app is made.
 * @param run    Runs commands in that folder.
 * @returns The files that they wrote themselves.
 */
export async function setUpApp(
  app: ExistingApp,
  { folder, origin }: { folder: string; origin: string },
  run: (commands: string) => Promise<void>,
): Promise<string[]> {
  await run(
    `npx create-next-app@16.4.3 . --yes --use-${app.packageManager} --skip-install --disable-git`,
  )
  const own = Object.keys(app.guide ?? {})
  for (const [path, source] of Object.entries(app.guide ?? {}))
    await cp(join(root, source), join(folder, path))
  if (app.name) {
    const added = join(root, "tests/reader/apps", app.name)
    await cp(added, folder, { recursive: true })
    own.push(...(await readFolder(added)).keys())
  }
  const env = { AUTH_SECRET: randomBytes(32).toString("base64"), AUTH_URL: origin, ...app.env }
  const lines = Object.entries(env).map(([name, value]) => `${name}=${value}\n`)
  await writeFile(join(folder, ".env"), lines.join(""))
  for (const command of app.commands) await run(command)
  return own
}
