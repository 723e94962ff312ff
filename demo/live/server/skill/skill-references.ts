import type { StarterChoices } from "../starter-zip/starter-choices"
import { deploymentIn, featuresIn, fixesIn } from "./extra-references"
import type { Reference } from "./reference"

const outputs = "Each command printed what the reference shows under “Output:”."

/** What every app needs, in this order: the steps of a new app. */
export const newApp = ({ signIn, extras }: StarterChoices): Reference[] => [
  {
    address: "/install",
    check: `${outputs} \`package.json\` has exactly the versions of the reference, without \`^\`.`,
  },
  { address: "/database/from-scratch", check: outputs },
  {
    address: "/configure",
    check:
      "Start the app. `curl http://localhost:3000/api/auth/providers` answers with a provider `passkey`. " +
      "With status 500, look up the text in the server's log in the reference's table.",
  },
  signIn === "custom"
    ? {
        address: "/custom-sign-in-page",
        check: "The project's type check, linter and build pass. `/sign-in` shows the form.",
      }
    : {
        address: "/built-in-sign-in-page",
        check:
          "The project's type check, linter and build pass. `/api/auth/signin` shows the page.",
      },
  ...(fixesIn(extras).length > 0
    ? [
        {
          address: "/extras",
          check: "Each extra that was chosen has its file and its lines, and no other has.",
        },
      ]
    : []),
  ...featuresIn(extras),
  {
    address: "/testing",
    check:
      "`npx playwright test` passes. This proves that a passkey registers and signs in, with a virtual " +
      "authenticator: you can't press the prompt of a real one.",
  },
  { address: "/security", check: "You told the developer which holes stay open in their app." },
  {
    address: "/production",
    check:
      "You told the developer what is left to do where the app will run, above all `AUTH_URL`.",
  },
  ...deploymentIn(extras),
]

/** What an app with Auth.js needs in place of the first steps of a new one. */
export const existingApp: Reference[] = [
  {
    address: "/existing-app",
    check:
      "Everything that worked before still does: other ways to sign in, the build, the project's tests.",
  },
  { address: "/database", check: `${outputs} No table has lost a row.` },
]

/** For some apps only. */
export const cases: Record<string, string> = {
  "/database/older-table": "The database has an `Authenticator` table from older instructions.",
  "/database/notes": "A statement fails, or text compares in an unexpected way.",
  "/drizzle": "The app uses Drizzle in place of Prisma.",
  "/pages-router": "The app has `pages/` and no `app/`.",
  "/other-adapters": "The app uses neither Prisma nor Drizzle.",
  "/options": "An option or an environment variable is in question.",
  "/extras": "Something stock Auth.js does must be safer, faster or quieter.",
  "/domains": "The app has several domains, subdomains, previews or a native app.",
}

const further = [
  "/settings",
  "/autofill",
  "/offer-a-passkey",
  "/signals",
  "/step-up",
  "/other-ways-in",
  "/recovery",
]

/** What comes after sign-in works, each if the developer wants it: what wasn't chosen from the start. */
export const furtherThan = (choices: StarterChoices): string[] => {
  const chosen = newApp(choices).map(({ address }) => address)
  return further.filter((address) => !chosen.includes(address))
}

/** The addresses of all pages that the skill contains, each once. */
export const referencesOf = (choices: StarterChoices): string[] => [
  ...new Set([
    ...[...newApp(choices), ...existingApp].map(({ address }) => address),
    ...Object.keys(cases),
    ...furtherThan(choices),
  ]),
]

/** `/database/from-scratch` → `references/database-from-scratch.md` */
export const referencePath = (address: string): string =>
  `references/${address.slice(1).replaceAll("/", "-")}.md`
