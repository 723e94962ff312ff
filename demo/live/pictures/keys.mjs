// @ts-check

/**
 * Something that stays on the user's device, or leaves it.
 *
 * @typedef {{ name: string, note: string }} Kept
 */

/**
 * What never leaves the authenticator. WebAuthn L3 §4, "credential private key" and "user verification".
 *
 * @type {Kept[]}
 */
export const stays = [
  { name: "Private key", note: "creates the signatures" },
  { name: "Fingerprint, face or PIN", note: "checked by the authenticator" },
]

/**
 * What the page gets and posts to Auth.js: the members of `AuthenticatorAttestationResponse` and
 * `AuthenticatorAssertionResponse`. WebAuthn L3 §5.2.
 *
 * @type {{ title: string, items: Kept[] }[]}
 */
export const leaves = [
  {
    title: "Leaves at registration",
    items: [
      { name: "Public key", note: "can only check signatures" },
      { name: "Credential id", note: "tells passkeys apart" },
      { name: "Authenticator data", note: "RP ID hash, flags, counter" },
      { name: "Client data", note: "challenge and origin" },
    ],
  },
  {
    title: "Leaves at each sign-in",
    items: [
      { name: "Credential id", note: "finds the public key" },
      { name: "Signature", note: "covers the two items below" },
      { name: "Authenticator data", note: "RP ID hash, flags, counter" },
      { name: "Client data", note: "challenge and origin" },
      { name: "User handle", note: "user.id of the registration" },
    ],
  },
]

/** The picture in Markdown. */
export const keysAsText = () =>
  [{ title: "Stays on the device", items: stays }, ...leaves]
    .map(({ title, items }) =>
      [`${title}:`, "", ...items.map(({ name, note }) => `- ${name}: ${note}`)].join("\n"),
    )
    .join("\n\n")
