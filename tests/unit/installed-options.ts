import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"
import { root } from "../../scripts/root"

const core = join(root, "node_modules/@auth/core")

/**
 * The options that the installed types have: for an option with properties of its own, those, as
 * `registrationOptions.timeout`.
 */
export function installedOptions(): { provider: string[]; experimental: string[] } {
  const program = ts.createProgram([`${core}/providers/webauthn.d.ts`, `${core}/index.d.ts`], {
    strict: true,
    skipLibCheck: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    lib: ["lib.esnext.d.ts", "lib.dom.d.ts"],
  })
  const checker = program.getTypeChecker()
  const typeOf = (file: string, name: string) => {
    const source = program.getSourceFile(`${core}/${file}`)
    const exports = checker.getExportsOfModule(checker.getSymbolAtLocation(source!)!)
    return checker.getDeclaredTypeOfSymbol(exports.find((symbol) => symbol.name === name)!)
  }
  const namesIn = (type: ts.Type): string[] =>
    type.getProperties().flatMap((property) => {
      const own = checker.getNonNullableType(checker.getTypeOfSymbol(property))
      const isPlain = own.flags & ts.TypeFlags.Object && !own.getCallSignatures().length
      const inner = isPlain ? own.getProperties().map(({ name }) => name) : []
      return inner.length ? inner.map((name) => `${property.name}.${name}`) : [property.name]
    })
  const experimental = typeOf("index.d.ts", "AuthConfig").getProperty("experimental")!
  const flags = checker.getNonNullableType(checker.getTypeOfSymbol(experimental))
  return {
    provider: namesIn(typeOf("providers/webauthn.d.ts", "WebAuthnConfig")),
    experimental: namesIn(flags).map((name) => `experimental.${name}`),
  }
}

/**
 * The environment variables that the installed code reads, with `*` for what varies. Providers other
 * than ours have their own.
 */
export function installedVariables(): string[] {
  const files = [join(root, "node_modules/next-auth"), `${core}/lib`].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".js") && !/^(providers|src)\//.test(name))
      .map((name) => join(folder, name)),
  )
  const names = new Set<string>()
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest)
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node) && isEnvironment(node.expression, source))
        names.add(node.name.text)
      if (ts.isElementAccessExpression(node) && isEnvironment(node.expression, source))
        names.add(
          node.argumentExpression
            .getText(source)
            .replace(/\$\{.*?\}/g, "*")
            .slice(1, -1),
        )
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  return [...names]
}

const isEnvironment = (node: ts.Node, source: ts.SourceFile) =>
  ["process.env", "envObject"].includes(node.getText(source))
