import ts from "typescript"
import type { Place, Unread } from "./finding"
import { lineAt, type SourceFile } from "./source-file"

/** A package that a `package.json` asks for. */
export type Dependency = Place & {
  /** What it's imported as. */
  name: string
  /** As it's written: `^9.0.3`. */
  range: string
  /** The lowest version that the range allows, or `undefined` for `latest`, a tag or an address. */
  version?: Version
}

export type Version = { major: number; minor: number; patch: number; prerelease: string }

export type PackageJson = { path: string; dependencies: Dependency[] }

/** Reads which packages an app has. */
export const readPackages = (
  files: readonly SourceFile[],
  report: (problem: Unread) => void,
): PackageJson[] =>
  files.flatMap((file) => {
    const problem = problemIn(file)
    if (problem) report(problem)
    return problem ? [] : [{ path: file.path, dependencies: dependenciesIn(file) }]
  })

/** npm takes plain JSON only. TypeScript's parser, which forgives comments and commas, knows the line. */
function problemIn({ path, text }: SourceFile): Unread | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === "object" && value && !Array.isArray(value)) return undefined
    return { file: path, line: 1, message: "A package.json is one object: { … }." }
  } catch (cause) {
    const { error } = ts.parseConfigFileTextToJson(path, text)
    const message = error
      ? `This isn't complete JSON: ${ts.flattenDiagnosticMessageText(error.messageText, " ")}`
      : `npm can't read this as JSON: ${cause instanceof Error ? cause.message : String(cause)}`
    return { file: path, line: lineAt(text, error?.start ?? 0), message }
  }
}

function dependenciesIn({ path, text }: SourceFile): Dependency[] {
  const source = ts.parseJsonText(path, text)
  const top = source.statements[0]?.expression
  if (!top || !ts.isObjectLiteralExpression(top)) return []
  return top.properties.flatMap((group) =>
    ts.isPropertyAssignment(group) &&
    ts.isStringLiteral(group.name) &&
    /^(dev)?[dD]ependencies$/.test(group.name.text) &&
    ts.isObjectLiteralExpression(group.initializer)
      ? group.initializer.properties.flatMap((entry) => dependency(entry, path, text))
      : [],
  )
}

function dependency(entry: ts.Node, file: string, text: string): Dependency[] {
  if (!ts.isPropertyAssignment(entry) || !ts.isStringLiteral(entry.name)) return []
  if (!ts.isStringLiteral(entry.initializer)) return []
  const range = entry.initializer.text
  const line = lineAt(text, entry.name.end)
  return [{ name: entry.name.text, range, version: lowestVersion(range), file, line }]
}

/** The lowest version of `1.2.3`, `^1.2`, `~1`, `>=1.2.3` or `1.x`. */
export function lowestVersion(range: string): Version | undefined {
  const match = /^[\^~>=v\s]*(\d+)(?:\.(\d+|x|\*))?(?:\.(\d+|x|\*))?(?:-([\w.-]+))?/.exec(range)
  if (!match) return undefined
  const [, major, minor, patch, prerelease = ""] = match
  const numberOf = (part: string | undefined) => Number(part) || 0
  return { major: Number(major), minor: numberOf(minor), patch: numberOf(patch), prerelease }
}

/** Whether a version is older than another. A prerelease is older than its release (SemVer 2.0.0 §11). */
export function isOlder(version: Version, than: Version): boolean {
  for (const part of ["major", "minor", "patch"] as const)
    if (version[part] !== than[part]) return version[part] < than[part]
  if (!version.prerelease || !than.prerelease) return version.prerelease > than.prerelease
  const order = version.prerelease.localeCompare(than.prerelease, "en", { numeric: true })
  return order < 0
}

/** A package by its name, wherever it's asked for. */
export const dependencyOf = (
  packages: readonly PackageJson[],
  name: string,
): Dependency | undefined =>
  packages.flatMap(({ dependencies }) => dependencies).find((one) => one.name === name)
