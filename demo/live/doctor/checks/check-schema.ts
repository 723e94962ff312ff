import type { Found } from "../finding"
import type { Schema } from "../prisma/read-schemas"
import type { App } from "../read-app"
import { checkColumns } from "./check-columns"
import { checkKeys } from "./check-keys"
import { majorOfPrisma } from "./check-packages"
import { tables } from "./tables"
import { mayHavePasskeys, wantedModels } from "./wanted-tables"

/** The Prisma schema: what Auth.js needs of it, and what Prisma 7 doesn't accept. */
export const checkSchema = (app: App): Found[] =>
  app.schemas.flatMap((schema) => [
    ...connectionUrls(schema, app),
    ...(mayHavePasskeys(app) && isOfAuth(schema) ? checkModels(schema, app) : []),
  ])

/** Prisma has no MongoDB in version 7. Without a `package.json`, any other is taken for it. */
function connectionUrls({ database, connectionUrls }: Schema, { packages }: App): Found[] {
  if (database === "mongodb" || (majorOfPrisma(packages) ?? 7) < 7) return []
  return connectionUrls.map(({ name, file, line }) => ({
    id: "schema-connection-url",
    subject: name,
    file,
    line,
  }))
}

/** An app may have a second schema, with none of these tables. */
const isOfAuth = ({ models }: Schema) =>
  models.some(({ name }) => ["Account", "Authenticator"].includes(name))

function checkModels(schema: Schema, app: App): Found[] {
  const models = new Map(schema.models.map((model) => [model.name, model]))
  const missing = wantedModels(app)
    .filter((name) => !models.has(name))
    .map((subject): Found => ({ id: "model-missing", subject, file: schema.path, line: 1 }))
  const there = Object.keys(tables).flatMap((name) => {
    const model = models.get(name)
    return model ? [...checkColumns(schema, model), ...checkKeys(schema, model)] : []
  })
  return [...missing, ...there]
}
