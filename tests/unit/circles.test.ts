import { readdirSync, readFileSync } from "node:fs"
import { join, posix } from "node:path"
import ts from "typescript"
import { expect, test } from "vitest"
import { root } from "../../scripts/root"

const rooms = ["bench", "components", "demo", "pages", "plugins", "scripts", "server", "tests"]
const files = rooms
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: "utf8" }).map((file) =>
      posix.join(room, file.replaceAll("\\", "/")),
    ),
  )
  .filter((file) => /\.(tsx?|mjs)$/.test(file) && !/\/(generated|node_modules)\//.test(file))

/** Where `@/` leads. */
const aliases: string[] = ts
  .readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile)
  .config.compilerOptions.paths["@/*"].map((path: string) => posix.normalize(posix.dirname(path)))

/** The files of the checkout that a file imports: for their types only, and later by `import()`, too. */
function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), "utf8"))
  return importedFiles.flatMap(({ fileName }) => {
    if (!/^(\.|@\/)/.test(fileName)) return []
    const paths = fileName.startsWith("@/")
      ? aliases.map((folder) => posix.join(folder, fileName.slice(2)))
      : [posix.join(posix.dirname(file), fileName)]
    const names = paths.flatMap((path) => [path, `${path}.ts`, `${path}.tsx`])
    return files.filter((other) => names.includes(other))
  })
}

// ESLint's import-x/no-cycle passes over type imports and `import()`.
test("no files import each other in a circle", () => {
  const imports = new Map(files.map((file) => [file, importsOf(file)]))
  const reachedFrom = (file: string) => {
    const reached = new Set<string>()
    const next = [...(imports.get(file) ?? [])]
    for (let other = next.pop(); other !== undefined; other = next.pop()) {
      if (reached.has(other)) continue
      reached.add(other)
      next.push(...(imports.get(other) ?? []))
    }
    return reached
  }
  expect(files.length).toBeGreaterThan(200)
  expect(files.filter((file) => reachedFrom(file).has(file))).toEqual([])
})
