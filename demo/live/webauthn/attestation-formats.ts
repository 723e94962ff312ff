import { webauthn, type Reference } from "./specification"

/** How the bytes of a statement's member are to be decoded. */
export type MemberKind =
  "algorithm" | "signature" | "certificates" | "text" | "certInfo" | "pubArea" | "jws"

/** A format, and the members of its statement. */
export type AttestationFormat = {
  explanation: string
  specification: Reference
  members: [name: string, kind: MemberKind, explanation: string, optional?: "optional"][]
}

const signedData = "authenticator data followed by SHA-256 of clientDataJSON"

/** The formats of WebAuthn L3 §8. */
export const attestationFormats = new Map<string, AttestationFormat>(
  Object.entries<AttestationFormat>({
    none: {
      explanation: "No evidence. It is the usual one, as browsers remove what was not asked for.",
      specification: webauthn("sctn-none-attestation"),
      members: [],
    },
    packed: {
      explanation:
        "The format designed for WebAuthn. Signed with a key of the manufacturer, whose certificate is in x5c, or, without x5c, with the new credential itself (self attestation).",
      specification: webauthn("sctn-packed-attestation"),
      members: [
        ["alg", "algorithm", "The algorithm of sig."],
        ["sig", "signature", `The signature, over ${signedData}.`],
        [
          "x5c",
          "certificates",
          "The certificate of the key that signed, and the chain above it. Without x5c, the new credential signed (self attestation).",
          "optional",
        ],
      ],
    },
    tpm: {
      explanation: "From a Trusted Platform Module. Windows Hello uses it.",
      specification: webauthn("sctn-tpm-attestation"),
      members: [
        ["ver", "text", 'The version of the TPM specification: always "2.0".'],
        ["alg", "algorithm", "The algorithm of sig."],
        ["x5c", "certificates", "The certificate of the attestation identity key, and its chain."],
        ["sig", "signature", "The signature, over certInfo."],
        ["certInfo", "certInfo", "What the TPM signed: that the key of pubArea is in it."],
        ["pubArea", "pubArea", "The credential's public key, as the TPM describes it."],
      ],
    },
    "android-key": {
      explanation: "From the keystore of an Android device.",
      specification: webauthn("sctn-android-key-attestation"),
      members: [
        ["alg", "algorithm", "The algorithm of sig."],
        ["sig", "signature", `The signature of the new credential, over ${signedData}.`],
        ["x5c", "certificates", "The certificate of the new credential's key, and its chain."],
      ],
    },
    "android-safetynet": {
      explanation: "From Android's SafetyNet service, which is switched off. Old devices sent it.",
      specification: webauthn("sctn-android-safetynet-attestation"),
      members: [
        ["ver", "text", "The version of Google Play Services that created the response."],
        ["response", "jws", "The response of the SafetyNet service, a signed text (JWS)."],
      ],
    },
    "fido-u2f": {
      explanation: "From a security key of the time before WebAuthn (U2F).",
      specification: webauthn("sctn-fido-u2f-attestation"),
      members: [
        ["x5c", "certificates", "The certificate of the key that signed: one, and no chain."],
        [
          "sig",
          "signature",
          "The signature, over 00, the hash of the RP ID, SHA-256 of clientDataJSON, the credential's id and the public key.",
        ],
      ],
    },
    apple: {
      explanation: "From an Apple device, designed so that devices can't be told apart.",
      specification: webauthn("sctn-apple-anonymous-attestation"),
      members: [
        [
          "x5c",
          "certificates",
          "The certificate of the new credential, and its chain. A nonce in it ties it to this ceremony.",
        ],
      ],
    },
    compound: {
      explanation: "Several statements, each of another format.",
      specification: webauthn("sctn-compound-attestation"),
      members: [],
    },
  }),
)
