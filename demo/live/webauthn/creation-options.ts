import type { MemberAbout } from "./json-member"
import {
  credentialDescriptor,
  credentialType,
  explainParameters,
  extensions,
  hints,
  timeout,
  userVerification,
} from "./option-values"
import { webauthn } from "./specification"

const options = webauthn("dictionary-makecredentialoptions")
/**
 * The same from Auth.js, whose SimpleWebAuthn 9 writes `user.id` as text: the page's script makes
 * bytes of it as UTF-8, where the specification has base64url.
 */
export const creationOptionsOfAuthJs = (): MemberAbout[] =>
  creationOptions.map((member) =>
    member.name === "user"
      ? { ...member, members: member.members?.map((one) => (one.name === "id" ? textId : one)) }
      : member,
  )

const textId: MemberAbout = {
  name: "id",
  type: "string",
  required: true,
  explanation:
    "The user handle, as text: its bytes in UTF-8 are what the authenticator gets, at most 64. Auth.js generates a new random one each time and doesn't store it.",
  specification: webauthn("dictionary-user-credential-params"),
}

const selection = webauthn("dictionary-authenticatorSelection")

/** PublicKeyCredentialCreationOptionsJSON. WebAuthn L3 §5.1.8 and §5.4. */
export const creationOptions: MemberAbout[] = [
  {
    name: "rp",
    type: "object",
    required: true,
    explanation: "The relying party: your site.",
    specification: webauthn("dictionary-rp-credential-params"),
    members: [
      {
        name: "name",
        type: "string",
        required: true,
        explanation: "Its display name. Browsers rarely show it.",
        specification: webauthn("dictionary-pkcredentialentity"),
      },
      {
        name: "id",
        type: "string",
        explanation: "The RP ID: the domain that the credential will work for, and no other.",
        specification: webauthn("dictionary-rp-credential-params"),
        default: "the domain of the page",
      },
    ],
  },
  {
    name: "user",
    type: "object",
    required: true,
    explanation: "The account that the credential is for.",
    specification: webauthn("dictionary-user-credential-params"),
    members: [
      {
        name: "id",
        type: "base64url",
        required: true,
        explanation:
          "The user handle, at most 64 bytes. An authenticator keeps one discoverable credential for each RP ID and user handle. Auth.js generates a new random one each time.",
        specification: webauthn("dictionary-user-credential-params"),
      },
      {
        name: "name",
        type: "string",
        required: true,
        explanation: "Distinguishes accounts, such as an e-mail address. Account choosers show it.",
        specification: webauthn("dictionary-pkcredentialentity"),
      },
      {
        name: "displayName",
        type: "string",
        required: true,
        explanation: "The user's display name. It may be empty.",
        specification: webauthn("dictionary-user-credential-params"),
      },
    ],
  },
  {
    name: "challenge",
    type: "base64url",
    required: true,
    explanation:
      "Random bytes for this ceremony only. clientDataJSON returns them, and the server compares them.",
    specification: options,
  },
  {
    name: "pubKeyCredParams",
    type: "array",
    required: true,
    explanation: "The algorithms that the server can verify, in order of preference.",
    specification: webauthn("dictionary-credential-params"),
    default: "if the list is empty: ES256 (-7) and RS256 (-257)",
    members: [
      credentialType,
      {
        name: "alg",
        type: "number",
        required: true,
        explanation: "The algorithm's number in COSE.",
        specification: webauthn("sctn-alg-identifier"),
      },
    ],
    item: explainParameters,
  },
  timeout,
  {
    name: "excludeCredentials",
    type: "array",
    explanation:
      "The credentials that the account already has. An authenticator that has one of them doesn't create another.",
    specification: options,
    default: "[], none",
    members: credentialDescriptor,
  },
  {
    name: "authenticatorSelection",
    type: "object",
    explanation: "Which authenticators are accepted.",
    specification: selection,
    default: "any is accepted",
    members: [
      {
        name: "authenticatorAttachment",
        type: "string",
        explanation: "Whether the authenticator must be part of this device.",
        specification: webauthn("enum-attachment"),
        default: "either is accepted",
        values: {
          platform: "It must be part of this device.",
          "cross-platform": "It must be usable with several devices.",
        },
      },
      {
        name: "residentKey",
        type: "string",
        explanation:
          "Whether the credential must be discoverable, which means that it can be found without a name: a passkey.",
        specification: webauthn("enum-residentKeyRequirement"),
        default:
          "required if requireResidentKey is true, else discouraged; the Passkey provider of Auth.js sends required",
        values: {
          required: "It must, or the ceremony fails.",
          preferred: "It should, if the authenticator can.",
          discouraged: "It doesn't have to be.",
        },
      },
      {
        name: "requireResidentKey",
        type: "boolean",
        explanation: 'The older form of residentKey: "required", for browsers of Level 1.',
        specification: selection,
        default: "false",
      },
      userVerification,
    ],
  },
  hints,
  {
    name: "attestation",
    type: "string",
    explanation: "Whether the server wants evidence of the kind of authenticator.",
    specification: webauthn("enum-attestation-convey"),
    default: "none",
    values: {
      none: "It doesn't. Browsers then remove it.",
      indirect: "It does, and the browser may make it anonymous.",
      direct: "It does, exactly as the authenticator created it.",
      enterprise: "It does, including what identifies the individual device. For managed devices.",
    },
  },
  {
    name: "attestationFormats",
    type: "array",
    explanation: "The attestation formats that the server accepts, in order of preference.",
    specification: options,
    default: "[], any",
  },
  extensions,
]
