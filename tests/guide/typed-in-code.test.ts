import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"
import { beforeAll, expect, test } from "vitest"
import { generate } from "../../scripts/generate"
import { root } from "../../scripts/root"
import { allPages, fencesOf, sourceOf } from "./guide-pages"

const fragments = allPages.flatMap(({ name }) =>
  fencesOf(sourceOf(name))
    .filter(({ language, meta }) => /^tsx?$/.test(language) && !/\sfile="/.test(meta))
    .map(({ language, code }, index) => ({ page: name, number: index + 1, language, code })),
)

const controls = [
  {
    code: `import { auth } from "./auth"\nexport const user = (await auth())?.user?.email`,
    wrong: 0,
  },
  { code: `import { auth } from "./auth"\nexport const user: number = await auth()`, wrong: 1 },
  { code: `import { Passkey } from "next-auth/providers/passkey"\nPasskey()`, wrong: 1 },
]

/** Where a fragment would be in the reader's app: beside auth.ts, so that `./auth` is found. */
const pathOf = (name: string) => join(root, "demo/starter", `typed-in-${name.replaceAll("/", "-")}`)

const files = new Map([
  ...fragments.map(({ page, number, language, code }) => {
    return [pathOf(`${page}-${number}.${language}`), code] as const
  }),
  ...controls.map(({ code }, index) => [pathOf(`control-${index}.ts`), code] as const),
])

let program: ts.Program

beforeAll(async () => {
  await generate()
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile)
  // `paths` are relative to where the configuration is.
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root)
  // A fragment is a module, whether it imports anything or not.
  options.moduleDetection = ts.ModuleDetectionKind.Force
  options.incremental = false
  const host = ts.createCompilerHost(options)
  host.fileExists = (path) => files.has(path) || existsSync(path)
  host.readFile = (path) => files.get(path) ?? readFileSync(path, "utf8")
  host.getSourceFile = (path, target) =>
    host.fileExists(path) ? ts.createSourceFile(path, host.readFile(path) ?? "", target) : undefined
  program = ts.createProgram([join(root, "next-env.d.ts"), ...files.keys()], options, host)
}, 60_000)

function mistakes(path: string): string[] {
  const file = program.getSourceFile(path)
  const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))
}

test.each(controls.map((control, index) => ({ ...control, index })))(
  "the check finds $wrong mistakes in control $index",
  ({ index, wrong }) => {
    expect(mistakes(pathOf(`control-${index}.ts`))).toHaveLength(wrong)
  },
  60_000,
)

test.for(fragments)(
  "the TypeScript typed into $page, fragment $number, type-checks",
  (fragment) => {
    const { page, number, language } = fragment
    expect(mistakes(pathOf(`${page}-${number}.${language}`))).toEqual([])
  },
)
