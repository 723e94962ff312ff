import { valuesOf } from "../../../components/choices"
import conditionalCreate from "../../recipes/conditional-create/recipe.json"
import logger from "../../recipes/logger/recipe.json"
import passkeyDetails from "../../recipes/passkey-details/recipe.json"
import safeRegistration from "../../recipes/safe-registration/recipe.json"
import singleQuerySignIn from "../../recipes/single-query-sign-in/recipe.json"
import singleUseChallenges from "../../recipes/single-use-challenges/recipe.json"
import sqliteClient from "../../recipes/sqlite-client/recipe.json"
import verification from "../../recipes/verification/recipe.json"

/**
 * What `recipe.json` says of an extra. Without `databases`, it can be taken with every one. `requires`
 * names extras without which it doesn't work.
 */
export type ExtraRecipe = {
  title: string
  buys: string
  databases?: string[]
  requires?: string[]
}

/**
 * The extras by the names of their recipes, in the order of the page /extras. Each value is named, so that
 * the browser's script doesn't contain the rest of the recipes.
 */
export const extras: Record<string, ExtraRecipe> = {
  verification: { title: verification.title, buys: verification.buys },
  "safe-registration": { title: safeRegistration.title, buys: safeRegistration.buys },
  "single-query-sign-in": {
    title: singleQuerySignIn.title,
    buys: singleQuerySignIn.buys,
    databases: singleQuerySignIn.databases,
  },
  "single-use-challenges": {
    title: singleUseChallenges.title,
    buys: singleUseChallenges.buys,
    databases: singleUseChallenges.databases,
  },
  "conditional-create": {
    title: conditionalCreate.title,
    buys: conditionalCreate.buys,
    requires: conditionalCreate.requires,
  },
  "passkey-details": { title: passkeyDetails.title, buys: passkeyDetails.buys },
  logger: { title: logger.title, buys: logger.buys },
  "sqlite-client": {
    title: sqliteClient.title,
    buys: sqliteClient.buys,
    databases: sqliteClient.databases,
  },
}

/** Whether an extra can be taken with a database. */
export const worksWith = (extra: string, database: string): boolean =>
  extras[extra]?.databases?.includes(database) ?? true

/** The titles of the extras that an extra requires. */
export const requiredTitles = ({ requires = [] }: ExtraRecipe): string[] =>
  requires.map((name) => extras[name]?.title ?? name)

/** What a reader chooses for the download only. The first of each is the default. */
export const downloadOptions = {
  signIn: {
    label: "Sign-in page",
    options: {
      custom: "Custom, with a message for every error",
      "built-in": "Built-in (from Auth.js)",
    },
  },
  session: {
    label: "Sessions",
    options: { database: "In the database", jwt: "In a cookie (JWT)" },
  },
}

/** The values of each parameter of `/api/starter` that takes one. The first of each is the default. */
export const starterValues = {
  database: valuesOf("database"),
  packageManager: valuesOf("packageManager"),
  signIn: Object.keys(downloadOptions.signIn.options),
  session: Object.keys(downloadOptions.session.options),
}
