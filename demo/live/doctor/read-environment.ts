import type { Place } from "./finding"
import type { SourceFile } from "./source-file"

/** `AUTH_URL` as the app will find it, and where it was said. Nothing else of the file is kept. */
export type Environment = { authUrl?: Place & { value: string } }

/** The order in which Next.js reads files in production: the first that has a variable wins. */
const order = [".env.production.local", ".env.local", ".env.production", ".env"]

const assignment = /^[ \t]*(?:export[ \t]+)?(?:AUTH_URL|NEXTAUTH_URL)[ \t]*=[ \t]*(.*)$/m

/**
 * Reads `AUTH_URL`.
 *
 * @param given What was typed, which stands for the variable of the process: it wins over files.
 */
export function readEnvironment(files: readonly SourceFile[], given: string): Environment {
  if (given) return { authUrl: { value: given, file: "AUTH_URL", line: 1 } }
  for (const name of order) {
    const file = files.find(({ path }) => path === name || path.endsWith(`/${name}`))
    const match = file && assignment.exec(file.text)
    if (!match) continue
    const value = (match[1] ?? "").trim().replace(/^(["'])(.*)\1.*$/, "$2")
    const line = file.text.slice(0, match.index).split("\n").length
    return { authUrl: { value, file: file.path, line } }
  }
  return {}
}
