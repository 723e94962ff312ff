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
    yes: "This page came over https, or from localhost. Passkeys need that.",
    no: "This page came over plain http. No browser offers passkeys there.",
  },
  publicKeyCredential: {
    name: "Passkeys",
    yes: "The browser has the Web Authentication API.",
    no: "There is no Web Authentication API here. Offer another way to sign in.",
  },
  userVerifyingPlatformAuthenticator: {
    name: "This device verifies its user",
    yes: "By fingerprint, face, PIN or password. People need nothing besides this device.",
    no: "People need a phone or a security key to create a passkey here.",
  },
  passkeyPlatformAuthenticator: {
    name: "Passkeys on this device, or on a phone",
    yes: "The device verifies its user, or a phone nearby can. Offer passkeys without hesitation.",
    no: "Neither this device nor a phone can help. A security key may.",
  },
  hybridTransport: {
    name: "A phone as authenticator",
    yes: "People can scan a QR code, and use a passkey of their phone.",
    no: "A passkey that is only on a phone cannot be used here.",
  },
  conditionalGet: {
    name: "Autofill at sign-in",
    yes: "Passkeys can be offered in the field for the user name, without a dialog.",
    no: "Show a button. An autofill list would stay without passkeys.",
  },
  conditionalCreate: {
    name: "Upgrade after a password",
    yes: "After a sign-in with a saved password, a passkey can be made without a prompt.",
    no: "Ask people whether they want a passkey: it cannot be made in passing.",
  },
  relatedOrigins: {
    name: "One passkey for several domains",
    yes: "Domains that the site lists in /.well-known/webauthn share a passkey.",
    no: "A passkey works on its own domain and those below it only.",
  },
  signalUnknownCredential: {
    name: "Forgetting a deleted passkey",
    yes: "When your server does not know a passkey, the password manager can be told.",
    no: "Passkeys that you deleted go on being offered. Say so where people delete them.",
  },
  signalAllAcceptedCredentials: {
    name: "Tidying up a list of passkeys",
    yes: "The password manager can be told which passkeys an account still has.",
    no: "The password manager never learns which passkeys an account still has.",
  },
  signalCurrentUserDetails: {
    name: "Renaming",
    yes: "A changed user name can be shown in people's passkeys.",
    no: "Passkeys go on showing the name that they were made with.",
  },
}
