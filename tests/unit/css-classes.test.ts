import { readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, test } from "vitest"
import { root } from "../../scripts/root"

const imports = /import (\w+) from "(\.[^"]+\.module\.css)"/g

/** The classes that a file takes from style sheets which do not have them. */
function missingClasses(file: string): string[] {
  const source = readFileSync(file, "utf8")
  return [...source.matchAll(imports)].flatMap(([, name = "", path = ""]) => {
    const sheet = readFileSync(join(dirname(file), path), "utf8")
    const defined = new Set([...sheet.matchAll(/\.([a-zA-Z]\w*)/g)].map((match) => match[1]))
    const used = [...source.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, "g"))]
    return used.flatMap(([text, className]) => (defined.has(className) ? [] : [`${file}: ${text}`]))
  })
}

// TypeScript takes any name for a class: one that is missing is only seen on the page.
test("every class that a component takes from a style sheet is there", () => {
  const files = ["components", "demo/live"].flatMap((folder) =>
    readdirSync(join(root, folder), { encoding: "utf8", recursive: true })
      .filter((file) => file.endsWith(".tsx"))
      .map((file) => join(root, folder, file)),
  )
  expect(files.length).toBeGreaterThan(20)
  expect(files.flatMap(missingClasses)).toEqual([])
})
