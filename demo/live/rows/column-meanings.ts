import type { TableName } from "./rows"

type Meanings = Record<string, string>

const dates: Meanings = {
  createdAt: "When the row was written. Auth.js does not need it.",
  updatedAt: "When the row was last written. Auth.js does not need it.",
}

/** What each table is for. */
export const tableMeanings: Record<TableName, string> = {
  User: "One row for each person.",
  Account: "One row for each way to sign in. A passkey is one, like a GitHub account.",
  Session: "One row for each browser that is signed in.",
  Authenticator: "One row for each passkey: what it takes to verify its signatures.",
}

/** What each column holds, for passkeys. */
export const columnMeanings: Record<TableName, Meanings> = {
  User: {
    id: "The key that all other rows point to. The passkey does not hold it: Auth.js gives each registration a random user handle instead.",
    name: "Empty: a passkey brings no name. Your app may ask for one.",
    email: "The address given at the registration. Auth.js has not verified it.",
    emailVerified: "Empty: nobody has clicked a link that was sent there.",
    image: "Empty: a passkey brings no picture.",
    ...dates,
  },
  Account: {
    userId: "Whose it is: User.id.",
    type: "webauthn, for every passkey.",
    provider: "The id of the provider in auth.ts.",
    providerAccountId:
      "The credential id, in base64: the same as Authenticator.credentialID. Delete a passkey, and both rows must go.",
    refresh_token: "For OAuth providers only.",
    access_token: "For OAuth providers only.",
    expires_at: "For OAuth providers only.",
    token_type: "For OAuth providers only.",
    scope: "For OAuth providers only.",
    id_token: "For OAuth providers only.",
    session_state: "For OAuth providers only.",
    ...dates,
  },
  Session: {
    sessionToken:
      "The value of the session cookie. Whoever has it is signed in: so it is masked here, and was never sent to this page.",
    userId: "Who is signed in: User.id.",
    expires: "When the session ends, unless it is used. 30 days, by default.",
    ...dates,
  },
  Authenticator: {
    credentialID:
      "The credential id that the authenticator chose, in base64. A sign-in finds the passkey by it, so it is unique.",
    userId: "Whose passkey it is: User.id.",
    providerAccountId: "The same credential id once more: it leads to the Account row.",
    credentialPublicKey:
      "The public key: a COSE key, in base64. It verifies signatures and cannot make any. It is no secret.",
    counter:
      "The authenticator's signature counter at the last sign-in. Synced passkeys keep it at 0. One that goes down may be a copy, and is refused.",
    credentialDeviceType:
      "singleDevice: it never leaves its authenticator. multiDevice: it may be synced to others (the flag BE).",
    credentialBackedUp:
      "Whether it was backed up at registration (the flag BS). Auth.js does not write it again at a sign-in.",
    transports:
      "How the browser reaches the authenticator: internal, hybrid, usb, nfc, ble; separated by commas.",
  },
}
