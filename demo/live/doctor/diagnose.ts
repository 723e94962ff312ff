import { checkAddress } from "./checks/check-address"
import { checkClient } from "./checks/check-client"
import { checkConfigurations } from "./checks/check-configurations"
import { checkEdge } from "./checks/check-edge"
import { checkHeaders } from "./checks/check-headers"
import { checkMigrations } from "./checks/check-migrations"
import { checkPackages } from "./checks/check-packages"
import { checkPrismaClient } from "./checks/check-prisma-client"
import { checkProviders } from "./checks/check-providers"
import { checkSchema } from "./checks/check-schema"
import type { Diagnosis, Finding } from "./finding"
import { inWords } from "./in-words"
import type { Input } from "./input"
import { readApp } from "./read-app"

const checks = [
  checkPackages,
  checkPrismaClient,
  checkSchema,
  checkMigrations,
  checkConfigurations,
  checkProviders,
  checkClient,
  checkEdge,
  checkHeaders,
  checkAddress,
]

/**
 * Looks for mistakes with passkeys in the files of an app. It reads the text that it's given and nothing
 * else: no code of the app is run, and nothing is sent.
 *
 * @returns The mistakes by file and line, and what couldn't be read. Never throws for what is in a file.
 */
export function diagnose(input: Input): Diagnosis {
  const { app, unread } = readApp(input)
  const findings = inOrder(checks.flatMap((check) => check(app)).map(inWords))
  return { findings, unread, read: input.files.map(({ path }) => path) }
}

/** Findings by their files and lines. */
export const inOrder = (findings: Finding[]): Finding[] =>
  findings.toSorted((one, other) =>
    one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1,
  )
