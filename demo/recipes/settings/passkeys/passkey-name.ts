/** How many characters the name of a passkey may have. */
export const maxNameLength = 64

/**
 * What somebody typed as the name of a passkey, to be stored: one line,
 * without the characters that change the direction of the text around
 * them.
 *
 * @returns An empty text to have no name, `undefined` if it can't be a
 * name.
 */
export function toPasskeyName(typed: unknown): string | undefined {
  if (typeof typed !== "string" || typed.length > 1_000)
    return undefined
  const name = typed
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
  return name.length <= maxNameLength ? name : undefined
}
