import { explainAlgorithm } from "./cose-algorithms"
import type { JsonItem } from "./json"
import type { MemberAbout } from "./json-member"
import { webauthn } from "./specification"

/** WebAuthn L3 §5.8.2. */
export const credentialType: MemberAbout = {
  name: "type",
  type: "string",
  required: true,
  explanation: "The only type of credential.",
  specification: webauthn("enum-credentialType"),
  values: { "public-key": "" },
}

const transportMeanings = new Map([
  ["usb", "By USB."],
  ["nfc", "By holding it close (NFC)."],
  ["ble", "By Bluetooth."],
  ["smart-card", "In a smart card reader."],
  ["hybrid", "Another device, such as a phone that scans a QR code."],
  ["internal", "Part of the device itself."],
  ["cable", "An older name of hybrid."],
])

/** WebAuthn L3 §5.8.4. */
export const transports: MemberAbout = {
  name: "transports",
  type: "array",
  explanation: "The ways in which the authenticator can be reached.",
  specification: webauthn("enum-transport"),
  default: "none: the browser tries all of them",
  item: (item) => transportMeanings.get(textOf(item)) ?? "A transport that this page doesn't know.",
}

/** WebAuthn L3 §5.8.3. */
export const credentialDescriptor: MemberAbout[] = [
  {
    name: "id",
    type: "base64url",
    required: true,
    explanation: "The credential's id.",
    specification: webauthn("dictionary-credential-descriptor"),
  },
  credentialType,
  transports,
]

/** WebAuthn L3 §5.8.6. */
export const userVerification: MemberAbout = {
  name: "userVerification",
  type: "string",
  explanation: "Whether the authenticator must make sure that it's the same user.",
  specification: webauthn("enum-userVerificationRequirement"),
  default: "preferred; the Passkey provider of Auth.js sends required",
  values: {
    required: "It must, or the ceremony fails.",
    preferred: "It should if it can. The server must check the UV flag.",
    discouraged: "It should not ask.",
  },
}

export const timeout: MemberAbout = {
  name: "timeout",
  type: "number",
  explanation:
    "How long the browser waits, in milliseconds. A hint: browsers may change it. 300,000 to 600,000 is recommended.",
  specification: webauthn("sctn-timeout-recommended-range"),
  default: "chosen by the browser; Auth.js sends 300000",
}

const hintMeanings = new Map([
  ["security-key", "A security key."],
  ["client-device", "An authenticator that's part of this device."],
  ["hybrid", "Another device, such as a phone."],
])

/** WebAuthn L3 §5.8.8. */
export const hints: MemberAbout = {
  name: "hints",
  type: "array",
  explanation: "The kind of authenticator that the browser should suggest first.",
  specification: webauthn("enum-hints"),
  default: "[], no hint",
  item: (item) => hintMeanings.get(textOf(item)) ?? "A hint that this page doesn't know.",
}

/** WebAuthn L3 §5.7.1. */
export const extensions: MemberAbout = {
  name: "extensions",
  type: "object",
  explanation: "Additional requests to the browser and the authenticator.",
  specification: webauthn("iface-authentication-extensions-client-inputs"),
  default: "none; SimpleWebAuthn adds credProps to registrations",
}

/** One item of `pubKeyCredParams`. */
export const explainParameters = (item: JsonItem): string | undefined => {
  if (item.type !== "object") return undefined
  const algorithm = item.members.find(({ key }) => key === "alg")?.item
  return algorithm?.type === "number" ? explainAlgorithm(algorithm.value) : undefined
}

const textOf = (item: JsonItem) => (item.type === "string" ? item.value : "")
