/** What a browser can be asked about passkeys. The names are those of WebAuthn L3 §5.8.7, and two more. */
export type Capability =
  | "secureContext"
  | "publicKeyCredential"
  | "conditionalCreate"
  | "conditionalGet"
  | "hybridTransport"
  | "passkeyPlatformAuthenticator"
  | "relatedOrigins"
  | "signalAllAcceptedCredentials"
  | "signalCurrentUserDetails"
  | "signalUnknownCredential"
  | "userVerifyingPlatformAuthenticator"

/** What each means for the people who use this browser. In the order of showing. */
export const capabilities: Record<Capability, { name: string; yes: string; no: string }> = {
  secureContext: {
    name: "Secure context",
    yes: "This page was loaded over https or from localhost, which passkeys require.",
    no: "This page was loaded over http. Browsers don't offer passkeys there.",
  },
  publicKeyCredential: {
    name: "Passkeys",
    yes: "The browser supports the Web Authentication API.",
    no: "The browser doesn't support the Web Authentication API. Offer another way to sign in.",
  },
  userVerifyingPlatformAuthenticator: {
    name: "This device verifies its user",
    yes: "By fingerprint, face, PIN or password. People only need this device.",
    no: "People need a phone or a security key to create a passkey here.",
  },
  passkeyPlatformAuthenticator: {
    name: "Passkeys on this device, or on a phone",
    yes: "This device or a phone nearby can verify its user, so you can offer passkeys.",
    no: "Neither this device nor a phone can be used, but a security key might.",
  },
  hybridTransport: {
    name: "A phone as authenticator",
    yes: "People can scan a QR code and use a passkey on their phone.",
    no: "A passkey that's only on a phone can't be used here.",
  },
  conditionalGet: {
    name: "Autofill at sign-in",
    yes: "The browser can suggest passkeys in the user name field, without a dialog.",
    no: "Show a button, because the autofill list won't include passkeys.",
  },
  conditionalCreate: {
    name: "Upgrade after a password",
    yes: "After a sign-in with a saved password, a passkey can be created without a prompt.",
    no: "A passkey can't be created without a prompt, so ask people first.",
  },
  relatedOrigins: {
    name: "One passkey for several domains",
    yes: "Domains that a site lists in /.well-known/webauthn can share a passkey.",
    no: "A passkey only works on its own domain and its subdomains.",
  },
  signalUnknownCredential: {
    name: "Forgetting a deleted passkey",
    yes: "You can tell the password manager that your server doesn't know a passkey.",
    no: "Deleted passkeys will still be offered. Say so where people delete them.",
  },
  signalAllAcceptedCredentials: {
    name: "Tidying up a list of passkeys",
    yes: "You can tell the password manager which passkeys an account still has.",
    no: "You can't tell the password manager which passkeys an account still has.",
  },
  signalCurrentUserDetails: {
    name: "Renaming",
    yes: "You can update the user name that passkeys show.",
    no: "Passkeys keep showing the name that they were created with.",
  },
}
