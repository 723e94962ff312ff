import { stringify } from "yaml"
import { choices as pageChoices } from "../../../../components/choices"
import { translateCommand } from "../../../../components/package-manager-commands.mjs"
import { downloadOptions, extras as extraRecipes } from "../../download/starter-options"
import { guide } from "../markdown/guide"
import { descriptionOf } from "../markdown/page-markdown"
import { siteAddress } from "../site-address"
import type { StarterChoices } from "../starter-zip/starter-choices"
import { fixesIn } from "./extra-references"
import type { Reference } from "./reference"
import { cases, existingApp, furtherThan, newApp, referencePath } from "./skill-references"

/** The name of the skill and of its folder: https://agentskills.io/specification. */
export const skillName = "passkeys-with-authjs"

/**
 * `SKILL.md` for these choices, as https://agentskills.io/specification describes it: what to ask first,
 * which references to follow and in which order, how to check each step, and what never to do.
 */
export function skillText(choices: StarterChoices): string {
  const sections = [
    "# Passkeys with Auth.js",
    intro,
    askFirst(choices),
    howToRead,
    order(choices),
    furtherSteps(choices),
    never,
    whenItFails(),
  ]
  return `---\n${stringify(frontMatter(choices), { lineWidth: 0 })}---\n\n${sections.join("\n\n")}\n`
}

function frontMatter(choices: StarterChoices) {
  return {
    name: skillName,
    description: `Adds passkeys (WebAuthn) to a new or existing Next.js app with Auth.js (next-auth 5), for ${labelOf("database", choices)} with ${labelOf("packageManager", choices)}. Use it when somebody wants passkeys, passwordless sign-in or the Passkey provider in an app with Auth.js or NextAuth, or when they meet an error of it, such as ExperimentalFeatureNotEnabled, MissingAdapter, MissingAdapterMethods or WebAuthnVerificationError.`,
    license: "MIT",
    compatibility:
      "Needs Node.js 20.19, 22.12, or 24 and later, a terminal, and access to the npm registry.",
    metadata: { source: siteAddress("/assistants"), choices: queryOf(choices) },
  }
}

const intro =
  "You add passkeys to an app with Auth.js. The references are the pages of a guide, for the choices below. Tests of the guide follow its commands, files and edits in an empty folder. Follow them to the letter: most of what is written elsewhere about passkeys with Auth.js is about other versions."

const labels: Record<string, { label: string; options: Record<string, string> }> = {
  ...pageChoices,
  ...downloadOptions,
}

const labelOf = (
  name: "database" | "packageManager" | "signIn" | "session",
  choices: StarterChoices,
) => labels[name]?.options[choices[name]] ?? choices[name]

/** The query of `/api/skill` for some choices. */
const queryOf = ({ extras, ...values }: StarterChoices): string =>
  new URLSearchParams({ ...values, extras: extras.join(",") }).toString()

function askFirst(choices: StarterChoices): string {
  const { database, packageManager } = choices
  const rows = [
    [
      "A new app, or one that exists?",
      "`package.json` with `next`. With `next-auth` or `@auth/core` too, it's an app with Auth.js.",
      "both",
    ],
    [
      "Which database?",
      "`provider` in `prisma/schema.prisma`, the scheme of `DATABASE_URL` in `.env`. Never print the rest of it.",
      labelOf("database", choices),
    ],
    ["Which package manager?", "The lock file.", labelOf("packageManager", choices)],
    [
      "Where are sessions kept?",
      "`session.strategy` in `auth.ts`. With a Credentials provider it must be `jwt`.",
      labelOf("session", choices),
    ],
    ["Which sign-in page?", "`pages.signIn` in `auth.ts`.", labelOf("signIn", choices)],
    ["On which domain will it run?", "Ask: passkeys are bound to it and can't be moved.", "any"],
  ]
  const example = siteAddress(`/api/skill?${queryOf(choices)}`)
  const page = siteAddress(`/install.md?database=${database}&packageManager=${packageManager}`)
  const { extras } = choices
  const fixes = fixesIn(extras)
  const others = extras.filter((name) => !fixes.includes(name))
  return [
    "## 1. Ask first",
    "Look at the project, then ask what you can't see. Don't guess, and don't begin before you know.",
    [
      "| question | where you see it | this skill is for |",
      "|---|---|---|",
      ...rows.map(rowOf),
    ].join("\n"),
    fixes.length
      ? `The developer chose these extras, which [Extras](${referencePath("/extras")}) has or links to: ${titlesOf(fixes)}.`
      : "The developer chose no extras. Before the app is public, show them [Extras](references/extras.md).",
    ...(others.length ? [`They also chose: ${titlesOf(others)}. Each is a step below.`] : []),
    `If an answer differs, don't adapt the references yourself. Get the skill for that answer, or read single pages for it: the choices are in the address, \`${example}\` and \`${page}\`. What can be chosen: \`${siteAddress("/llms.txt")}\`.`,
  ].join("\n\n")
}

const titlesOf = (names: string[]) =>
  names.map((name) => extraRecipes[name]?.title ?? name).join(", ")

const rowOf = (cells: string[]) => `| ${cells.join(" | ")} |`

const howToRead = `## 2. How to read the references

- \`Run:\` means that you run the commands below it, in the app's folder. \`Run, and leave it running:\` means in the background.
- \`Save as\` a path: write the whole file, byte for byte. If the app has such a file with code of its own, stop and ask.
- \`Add at the end of\` a file, and \`Change\` a file: in a diff, \`+\` is new and \`-\` goes. The other lines show the place.
- \`Output:\` is what the command before it prints. \`…\` stands for what varies. If something else is printed, stop and find out why.
- Code without such a line is explained, and not for the app.`

function order(choices: StarterChoices): string {
  const numbered = (references: Reference[]) =>
    references
      .map(({ address, check }, index) => {
        const line = `${index + 1}. [${titleOf(address)}](${referencePath(address)})`
        return check ? `${line}\n   Check: ${inTheirWords(check, choices)}` : line
      })
      .join("\n")
  const steps = newApp(choices)
  const { session } = choices
  const later = steps.filter(({ address }) => !beginsNewApp.has(address))
  const only = Object.entries(cases).map(
    ([address, when]) => `- ${when} [${titleOf(address)}](${referencePath(address)})`,
  )
  return [
    "## 3. The order",
    "One reference after the other, each from its beginning to its end. Check each before you go on, and say what you checked.",
    "### A new app",
    numbered(steps),
    "### An app with Auth.js",
    numbered([...existingApp, ...later]),
    ...(session === "jwt"
      ? [
          'Sessions are kept in a cookie: add `session: { strategy: "jwt" }` to the configuration in `auth.ts`. See "JWT sessions" in [You have an app already](references/existing-app.md#jwt-sessions).',
        ]
      : []),
    "An app without Auth.js begins with [Install the packages](references/install.md), without its first step, and goes on as a new app.",
    "### For some apps",
    only.join("\n"),
  ].join("\n\n")
}

/** The steps that an app with Auth.js has behind it. */
const beginsNewApp = new Set(["/install", "/database/from-scratch", "/configure"])

/** Commands in a sentence, in the words of the reader's package manager. */
const inTheirWords = (text: string, { packageManager }: StarterChoices) =>
  text.replace(/(?<=`)np[mx] [^`]+/g, (command) => translateCommand(command, packageManager))

function furtherSteps(choices: StarterChoices): string {
  const lines = furtherThan(choices).map(
    (address) => `- [${titleOf(address)}](${referencePath(address)}): ${descriptionOf(address)}`,
  )
  return [
    "## 4. When sign-in works",
    "Offer these, and do what the developer wants:",
    lines.join("\n"),
  ].join("\n\n")
}

const never = `## 5. Never

- Never install another version of \`next-auth\`, \`@simplewebauthn/server\` or \`@simplewebauthn/browser\` than the references do. \`next-auth@latest\` has no passkeys, and Auth.js fails with SimpleWebAuthn 10 and later.
- Never run \`npx auth secret\`: it belongs to another library now. The references show how to make \`AUTH_SECRET\`. Never print it, commit it, or make a new one where one exists.
- Never reset a database, drop a table, or accept data loss to make a migration pass. Stop and show the developer what it says.
- Never mark \`userId\` of \`Account\` or \`Authenticator\` as unique: a second passkey would fail.
- Never delete a row of \`Authenticator\` alone. Its \`Account\` row goes with it, or whoever knows the credential's id takes the account over.
- Never pass \`registrationOptions\` or \`authenticationOptions\` without what they replace: they replace the defaults, with user verification among them.
- Never call \`signIn("passkey")\` from \`next-auth/react\`. The references show which function to call.
- Never hard-code \`localhost\`, and never set a public app's \`AUTH_URL\` to anything but its \`https\` origin.
- Never trust an e-mail address because of a passkey, and never set \`allowDangerousEmailAccountLinking\` to get past \`AccountNotLinked\`.
- Never weaken a check (origin, RP ID, user verification, counter) to make a test pass.
- Never say that passkeys work because the code compiles. Say what you ran, and ask the developer to press the button once.`

const whenItFails = () =>
  `## 6. When something fails

Search for the exact text of the error, from the browser or from the server's log: each has a page of its own at ${siteAddress("/errors")}. What the browser gets (\`error=Configuration\`) says little: the cause is in the log.`

/** The titles of the pages that the skill contains. */
const titles = new Map(guide.pages.map(({ address, title }) => [address, title]))
const titleOf = (address: string) => titles.get(address) ?? address
