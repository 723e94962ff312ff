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
