import type { Unread } from "./finding"
import type { Input } from "./input"
import { readPackages, type PackageJson } from "./read-packages"
import { readEnvironment, type Environment } from "./read-environment"
import { readSchemas, type Schema } from "./prisma/read-schemas"
import { filesOf, kindOf, type SourceFile } from "./source-file"
import { findAuthCalls, type AuthCall } from "./typescript/auth-call"
import { readModules, type Modules } from "./typescript/modules"

/** What the files of an app say, parsed. */
export type App = {
  packages: PackageJson[]
  schemas: Schema[]
  migrations: SourceFile[]
  modules: Modules
  authCalls: AuthCall[]
  environment: Environment
  address: string
}

/** A paste of a whole repository, or of something else. */
const maxCharacters = 500_000

/** Parses what was given. What can't be parsed is left out of the app, and named. */
export function readApp({ files, address = "", authUrl = "" }: Input): {
  app: App
  unread: Unread[]
} {
  const unread: Unread[] = []
  const readable = files.filter(({ path, text }) => {
    const message = !kindOf(path)
      ? "The doctor doesn't know this kind of file. It reads TypeScript and JavaScript, package.json, .prisma, .sql and .env."
      : text.length > maxCharacters
        ? "This file is larger than 500,000 characters."
        : undefined
    if (message) unread.push({ file: path, line: 1, message })
    return !message
  })
  const report = (problem: Unread) => unread.push(problem)
  const modules = readModules(filesOf(readable, "code"), report)
  const app = {
    packages: readPackages(filesOf(readable, "packageJson"), report),
    schemas: readSchemas(filesOf(readable, "schema"), report),
    migrations: filesOf(readable, "migration"),
    modules,
    authCalls: findAuthCalls(modules),
    environment: readEnvironment(filesOf(readable, "environment"), authUrl.trim()),
    address: address.trim(),
  }
  return { app, unread }
}
