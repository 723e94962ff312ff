import type { ByteReader } from "./byte-reader"
import type { Field } from "./field"
import { hexOfByte } from "./hex"
import { webauthn, type Reference } from "./specification"

type Flag = { name: string; on: string; off: string; specification?: Reference }

const reserved: Flag = {
  name: "RFU",
  on: "Reserved for the future, but set.",
  off: "Reserved for the future.",
}

/** From bit 0, the least, to bit 7. WebAuthn L3 §6.1. */
const flags: Flag[] = [
  {
    name: "UP",
    on: "User present: someone was there and usually touched something.",
    off: "The user wasn't present. A server rejects this, except for conditional creation.",
  },
  reserved,
  {
    name: "UV",
    on: "User verified: the authenticator made sure that it's the same user, by fingerprint, face or PIN.",
    off: 'The user was not verified. A server that asks for userVerification: "required" rejects this.',
  },
  {
    name: "BE",
    on: "Backup eligible: the credential may be copied to other devices. This never changes.",
    off: "Not backup eligible: the credential stays on its one device. This never changes.",
    specification: webauthn("sctn-credential-backup"),
  },
  {
    name: "BS",
    on: "Backup state: the credential is currently backed up.",
    off: "Backup state: the credential isn't currently backed up.",
    specification: webauthn("sctn-credential-backup"),
  },
  reserved,
  {
    name: "AT",
    on: "Attested credential data follows the counter: the AAGUID, the credential's id and its public key.",
    off: "No attested credential data. It's only present at registration.",
  },
  { name: "ED", on: "Extension data follows at the end.", off: "No extension data." },
]

/** The flags, a field for the byte with one for each bit in it. WebAuthn L3 §6.1. */
export function decodeFlags(reader: ByteReader, fields: Field[]) {
  const { value: byte, range } = reader.ranged(() => reader.uint(1, "The flags"))
  const isOn = (bit: number) => (byte & (1 << bit)) !== 0
  const specification = webauthn("sctn-authenticator-data")
  const on = flags.filter((_, bit) => isOn(bit)).map(({ name }) => name)
  fields.push({
    name: "flags",
    value: `0x${hexOfByte(byte)} = ${byte.toString(2).padStart(8, "0")} (${on.join(", ") || "none"})`,
    range,
    explanation: "Eight bits, bit 7 first. Each has its own meaning.",
    specification,
    ...(isOn(4) &&
      !isOn(3) && { note: "BS without BE: a credential that can't be copied can't be backed up." }),
    children: flags.map((flag, bit) => ({
      name: `${flag.name} (bit ${bit})`,
      value: isOn(bit) ? "1" : "0",
      range,
      explanation: isOn(bit) ? flag.on : flag.off,
      specification: flag.specification ?? specification,
      ...(flag === reserved && isOn(bit) && { note: "A reserved bit is set." }),
    })),
  })
  return { attestedCredentialData: isOn(6), extensionData: isOn(7) }
}
