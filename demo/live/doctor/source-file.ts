/** A file of somebody's app, as they pasted it or as it is on their disk. */
export type SourceFile = {
  /** From the top of the app, with `/`: `src/auth.ts`. */
  path: string
  text: string
}

const kinds = {
  packageJson: /(^|\/)package\.json$/,
  schema: /\.prisma$/,
  migration: /\.sql$/,
  environment: /(^|\/)\.env(\.[\w.-]+)?$/,
  code: /\.(ts|tsx|js|jsx|mjs|cjs|mts|cts)$/,
}

export type FileKind = keyof typeof kinds

/** What the doctor reads a file as, by its name. `undefined`: as nothing. */
export function kindOf(path: string): FileKind | undefined {
  const names = Object.keys(kinds) as FileKind[]
  return names.find((kind) => kinds[kind].test(path))
}

/** The files of one kind, in the order of their paths: that of migrations. */
export const filesOf = (files: readonly SourceFile[], kind: FileKind): SourceFile[] =>
  files
    .filter(({ path }) => kindOf(path) === kind)
    .sort((one, other) => (one.path < other.path ? -1 : 1))

/** The name of a file without its folders and its endings: `auth.config` of `src/auth.config.ts`. */
export const nameOf = (path: string): string =>
  path.replace(/^.*\//, "").replace(/\.(d\.)?[cm]?[jt]sx?$/, "")

/** The number of the line that an offset is in. The first is 1. */
export const lineAt = (text: string, offset: number): number =>
  text.slice(0, offset).split("\n").length
