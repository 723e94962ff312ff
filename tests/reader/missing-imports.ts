import { posix } from "node:path"
import ts from "typescript"
import type { Files } from "./shown-files"

/** Prisma generates it from the schema. */
const generated = /^generated\/prisma(\/|$)/

/**
 * What TypeScript files import from the reader's own app and the reader does not have.
 *
 * @param files All that the reader has.
 * @param paths Those to look at.
 * @param isMade Whether something else than the guide writes a file.
 * @returns As in `auth.ts imports @/prisma`.
 */
export function missingImports(
  files: Files,
  paths: Iterable<string>,
  isMade: (path: string) => boolean = () => false,
): string[] {
  return [...paths]
    .filter((path) => /\.(tsx?|mjs)$/.test(path))
    .flatMap((path) =>
      ts
        .preProcessFile(files.get(path) ?? "")
        .importedFiles.map(({ fileName }) => fileName)
        .filter((name) => {
          const target = targetOf(path, name)
          return target !== undefined && !isMade(target) && !isThere(files, target)
        })
        .map((name) => `${path} imports ${name}`),
    )
}

/** The path that an import names; undefined where it names a package. */
function targetOf(path: string, name: string): string | undefined {
  if (name.startsWith("@/")) return name.slice(2)
  return name.startsWith(".") ? posix.join(posix.dirname(path), name) : undefined
}

const isThere = (files: Files, target: string) =>
  generated.test(target) ||
  ["", ".ts", ".tsx", "/index.ts"].some((ending) => files.has(target + ending))
