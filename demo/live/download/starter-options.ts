import { valuesOf } from "../../../components/choices"
import logger from "../../recipes/logger/recipe.json"
import safeRegistration from "../../recipes/safe-registration/recipe.json"
import singleQuerySignIn from "../../recipes/single-query-sign-in/recipe.json"
import sqliteClient from "../../recipes/sqlite-client/recipe.json"
import verification from "../../recipes/verification/recipe.json"

type Extra = { title: string; buys: string; databases?: string[] }

/**
 * What makes the starter safer, faster or richer, by the name of its recipe. The last is applied
 * first: each puts its import at the same place, so that they are sorted in the end.
 */
export const extras: Record<string, Extra> = {
  logger,
  "safe-registration": safeRegistration,
  "single-query-sign-in": singleQuerySignIn,
  verification,
  "sqlite-client": sqliteClient,
}

/** Whether an extra can be taken with a database. */
export const worksWith = (extra: string, database: string): boolean =>
  extras[extra]?.databases?.includes(database) ?? true

/** What a reader chooses for the download only. The first of each is the default. */
export const downloadOptions = {
  signIn: {
    label: "Sign-in page",
    options: { custom: "Custom, with every error in words", "built-in": "The one of Auth.js" },
  },
  session: {
    label: "Sessions",
    options: { database: "In the database", jwt: "In the cookie (JWT)" },
  },
}

/** The values of each parameter of `/api/starter` that takes one. The first of each is the default. */
export const starterValues = {
  database: valuesOf("database"),
  packageManager: valuesOf("packageManager"),
  signIn: Object.keys(downloadOptions.signIn.options),
  session: Object.keys(downloadOptions.session.options),
}
