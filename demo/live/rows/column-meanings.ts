import type { TableName } from "./rows"

type Meanings = Record<string, string>

const dates: Meanings = {
  createdAt: "When the row was created. Auth.js doesn't need it.",
  updatedAt: "When the row was last updated. Auth.js doesn't need it.",
}

/** What each table is for. */
export const tableMeanings: Record<TableName, string> = {
  User: "One row for each person.",
  Account: "One row for each way to sign in, such as a passkey or a GitHub account.",
  Session: "One row for each signed-in browser.",
  Authenticator: "One row for each passkey, with everything needed to verify its signatures.",
}

/** What each column holds, for passkeys. */
export const columnMeanings: Record<TableName, Meanings> = {
  User: {
    id: "The key that all other rows refer to. It isn't stored in the passkey, which has a random user handle instead.",
    name: "Empty: a passkey doesn't provide a name. Your app can ask for one.",
    email: "The address entered at registration. Auth.js hasn't verified it.",
    emailVerified: "Empty: nobody has clicked a link sent to the address.",
    image: "Empty: a passkey doesn't provide a picture.",
    ...dates,
  },
  Account: {
    userId: "The user that it belongs to: User.id.",
    type: "webauthn, for every passkey.",
    provider: "The id of the provider in auth.ts.",
    providerAccountId:
      "The credential id in base64, the same as Authenticator.credentialID. To delete a passkey, delete both rows.",
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
      "The value of the session cookie. Anyone who has it is signed in, so it's masked here and was never sent to this page.",
    userId: "Who is signed in: User.id.",
    expires:
      "When the session ends if nobody uses it until then. By default, Auth.js sets this to 30 days ahead.",
    ...dates,
  },
  Authenticator: {
    credentialID:
      "The credential id that the authenticator chose, in base64. It's unique, because it identifies the passkey when someone signs in.",
    userId: "The user that the passkey belongs to: User.id.",
    providerAccountId: "The credential id again. It refers to the Account row.",
    credentialPublicKey:
      "The public key: a COSE key in base64. It can verify signatures but not create them, so it isn't a secret.",
    counter:
      "The authenticator's signature counter at the last sign-in. It stays at 0 for synced passkeys. If it doesn't increase, the authenticator may have been copied, and the sign-in is rejected.",
    credentialDeviceType:
      "singleDevice: it never leaves its authenticator. multiDevice: it may be synced to others (the BE flag).",
    credentialBackedUp:
      "Whether it was backed up at registration (the BS flag). Auth.js doesn't update it at sign-in.",
    name: "What you call the passkey. Empty until you rename it.",
    aaguid:
      "The model of the authenticator, or zeros if it doesn't say. The extra passkey-details stores it.",
    userHandle:
      "The user handle that the passkey was created with, in base64url. All your passkeys here have the same one, so that your browser can be told which of them still exist.",
    createdAt: "When the passkey was registered.",
    lastUsedAt: "When the passkey last signed you in.",
    transports:
      "How the browser can reach the authenticator: internal, hybrid, usb, nfc or ble, separated by commas.",
  },
}
