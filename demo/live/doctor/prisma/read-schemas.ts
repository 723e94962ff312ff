import { get_dmmf, lint } from "@prisma/prisma-schema-wasm"
import type { Place, Unread } from "../finding"
import { lineAt, type SourceFile } from "../source-file"
import { findConnectionUrls, providersOf, type Block } from "./blocks"
import { dmmfSchema, lintSchema, type Model } from "./dmmf"
import { positionsIn, type Positions } from "./positions"

/** A Prisma schema, of one file or several, as Prisma's own parser reads it. */
export type Schema = {
  /** The file with the data source. */
  path: string
  /** `mysql`, `postgresql`, … */
  database: string
  generators: Block[]
  /** `url`, `directUrl` and `shadowDatabaseUrl` in the data source, where Prisma 7 has no place for them. */
  connectionUrls: (Place & { name: string })[]
  models: Model[]
  positions: Positions
}

/** Parses the schemas of an app. Several files with one data source between them are one schema. */
export function readSchemas(
  files: readonly SourceFile[],
  report: (problem: Unread) => void,
): Schema[] {
  const hasDatasource = ({ text }: SourceFile) => /^\s*datasource\s+\w+\s*\{/m.test(text)
  const starts = files.filter(hasDatasource)
  const groups = starts.length > 1 ? files.map((file) => [file]) : [[...files]]
  return groups.flatMap((group) => {
    const schema = group.length > 0 && readSchema(group, report)
    return schema ? [schema] : []
  })
}

function readSchema(
  files: readonly SourceFile[],
  report: (problem: Unread) => void,
): Schema | undefined {
  const { urls, without } = findConnectionUrls(files)
  const prismaSchema = without.map(({ path, text }) => [path, text])
  const problem = firstProblem(lint(JSON.stringify(prismaSchema)))
  if (problem) {
    const file = files.find(({ path }) => path === problem.file_name) ?? files[0]
    report({
      file: file?.path ?? problem.file_name,
      line: lineAt(file?.text ?? "", problem.start),
      message: `Prisma can't read this schema: ${problem.text}`,
    })
    return undefined
  }
  const { datamodel } = dmmfSchema.parse(JSON.parse(get_dmmf(JSON.stringify({ prismaSchema }))))
  const datasource = providersOf(files, "datasource")[0]
  return {
    path: datasource?.file ?? files[0]?.path ?? "",
    database: datasource?.provider ?? "",
    generators: providersOf(files, "generator"),
    connectionUrls: urls,
    models: datamodel.models,
    positions: positionsIn(files),
  }
}

/** Where the syntax ends first. What is missing then, such as models, has problems before it. */
function firstProblem(lints: string) {
  const errors = lintSchema.parse(JSON.parse(lints)).filter(({ is_warning }) => !is_warning)
  const syntax = errors.filter(({ text }) => /^Error (parsing|validating)/.test(text))
  const [first] = (syntax.length > 0 ? syntax : errors).sort(
    (one, other) => one.start - other.start,
  )
  return first
}
