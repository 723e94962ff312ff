import type { Finding, Found } from "./finding"
import { findingTexts, type FindingText } from "./finding-texts"

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
