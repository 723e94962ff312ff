import { valuesOf } from "../../../components/choices"
import autofill from "../../recipes/autofill/recipe.json" with { type: "json" }
import conditionalCreate from "../../recipes/conditional-create/recipe.json" with { type: "json" }
import docker from "../../recipes/docker/recipe.json" with { type: "json" }
import logger from "../../recipes/logger/recipe.json" with { type: "json" }
import metrics from "../../recipes/metrics/recipe.json" with { type: "json" }
import passkeyDetails from "../../recipes/passkey-details/recipe.json" with { type: "json" }
import proxy from "../../recipes/proxy/recipe.json" with { type: "json" }
import requestLog from "../../recipes/request-log/recipe.json" with { type: "json" }
import safeRegistration from "../../recipes/safe-registration/recipe.json" with { type: "json" }
import settings from "../../recipes/settings/recipe.json" with { type: "json" }
import signals from "../../recipes/signals/recipe.json" with { type: "json" }
import singleQuerySignIn from "../../recipes/single-query-sign-in/recipe.json" with { type: "json" }
import singleUseChallenges from "../../recipes/single-use-challenges/recipe.json" with { type: "json" }
import sqliteClient from "../../recipes/sqlite-client/recipe.json" with { type: "json" }
import stepUp from "../../recipes/step-up/recipe.json" with { type: "json" }
import verification from "../../recipes/verification/recipe.json" with { type: "json" }

/**
 * What `recipe.json` says of an extra. `databases`, `packageManagers` and `signIn` name what it can be
 * taken with. Without them, that's everything. `requires` names extras without which it doesn't work.
 */
export type ExtraRecipe = {
  title: string
  buys: string
  /** What is left to do for whoever has downloaded it, as Markdown. */
  toDo?: string
  deleteWhen: string
  databases?: string[]
  packageManagers?: string[]
  signIn?: string[]
  requires?: string[]
}

export type ExtraGroup = {
  title: string
  /** What's in it, after its title. */
  about: string
  /** The page about them, if it's one. */
  address?: string
  /** Whether somebody gets them who doesn't say which they want. */
  isDefault: boolean
  extras: Record<string, ExtraRecipe>
}

/**
 * The extras by the names of their recipes: those that fix something, in the order of the page /extras,
 * then those that add something, each after what it requires.
 */
export const extraGroups: ExtraGroup[] = [
  {
    title: "Extras",
    about: "all included, unless you untick them",
    address: "/extras",
    isDefault: true,
    extras: {
      verification,
      "safe-registration": safeRegistration,
      "single-query-sign-in": singleQuerySignIn,
      "single-use-challenges": singleUseChallenges,
      "conditional-create": conditionalCreate,
      "passkey-details": passkeyDetails,
      logger,
      "sqlite-client": sqliteClient,
    },
  },
  {
    title: "Features",
    about: "settings, autofill, signals and step-up",
    isDefault: false,
    extras: { settings, autofill, signals, "step-up": stepUp },
  },
  {
    title: "Deployment",
    about: "Docker, nginx and Caddy, a request log and metrics",
    address: "/deploy",
    isDefault: false,
    extras: { docker, proxy, "request-log": requestLog, metrics },
  },
]

/** All extras by the names of their recipes. */
export const extras: Record<string, ExtraRecipe> = Object.assign(
  {},
  ...extraGroups.map((group) => group.extras),
)

/** The extras of whoever doesn't say which they want, as far as they work with the rest. */
export const defaultExtras: string[] = extraGroups
  .filter(({ isDefault }) => isDefault)
  .flatMap((group) => Object.keys(group.extras))

/** Some extras and all that they require, in the order of the groups. */
export function withRequired(names: string[]): string[] {
  const required = names.flatMap((name) => extras[name]?.requires ?? [])
  if (required.every((name) => names.includes(name)))
    return Object.keys(extras).filter((name) => names.includes(name))
  return withRequired([...names, ...required])
}

/** What an extra can be taken with, of each choice that it limits, with all that it requires. */
export function limitsOf(name: string): Record<LimitingChoice, string[] | undefined> {
  const recipes = withRequired([name]).flatMap((one) => extras[one] ?? [])
  const common = (lists: (string[] | undefined)[]) =>
    lists.reduce(
      (one, other) => one?.filter((value) => !other || other.includes(value)) ?? other,
      undefined,
    )
  return {
    database: common(recipes.map(({ databases }) => databases)),
    packageManager: common(recipes.map(({ packageManagers }) => packageManagers)),
    signIn: common(recipes.map(({ signIn }) => signIn)),
  }
}

export const limitingChoices = ["database", "packageManager", "signIn"] as const

type LimitingChoice = (typeof limitingChoices)[number]

/** Whether an extra can be taken with some choices, of which not all need be known. */
export const worksWith = (
  name: string,
  choices: Partial<Record<LimitingChoice, string>>,
): boolean => {
  const limits = limitsOf(name)
  return limitingChoices.every((choice) => {
    const value = choices[choice]
    return value === undefined || (limits[choice]?.includes(value) ?? true)
  })
}

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
