import type { Finding, Found } from "./finding"
import { addressTexts } from "./texts/address"
import { clientTexts } from "./texts/client"
import { configurationTexts } from "./texts/configuration"
import { databaseTexts } from "./texts/database"
import { packageTexts } from "./texts/packages"

/** The words for a mistake. `{}` stands for its subject. */
export type FindingText = {
  title: string
  reason: string
  fix: string
  /** The page about the error that readers meet: `/errors/<error>`. */
  error?: string
}

/** Every mistake that the doctor knows. */
export const findingTexts = {
  ...packageTexts,
  ...databaseTexts,
  ...configurationTexts,
  ...clientTexts,
  ...addressTexts,
} satisfies Record<string, FindingText>

export type FindingId = keyof typeof findingTexts

/** Puts what a check has found into words. */
export function inWords(found: Found): Finding {
  const { title, reason, fix, error }: FindingText = findingTexts[found.id]
  const fill = (text: string) => text.replaceAll("{}", () => found.subject)
  return {
    ...found,
    title: fill(title),
    reason: fill(reason),
    fix: fill(fix),
    ...(error && { error: `/errors/${error}` }),
  }
}
