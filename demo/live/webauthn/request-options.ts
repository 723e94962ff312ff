import type { MemberAbout } from "./json-member"
import { credentialDescriptor, extensions, hints, timeout, userVerification } from "./option-values"
import { webauthn } from "./specification"

const options = webauthn("dictionary-assertion-options")

/** PublicKeyCredentialRequestOptionsJSON. WebAuthn L3 §5.1.9 and §5.5. */
export const requestOptions: MemberAbout[] = [
  {
    name: "challenge",
    type: "base64url",
    required: true,
    explanation:
      "Random bytes for this ceremony only. clientDataJSON returns them, and the server compares them.",
    specification: options,
  },
  timeout,
  {
    name: "rpId",
    type: "string",
    explanation: "The RP ID: the domain that the credential was created for.",
    specification: options,
    default: "the domain of the page",
  },
  {
    name: "allowCredentials",
    type: "array",
    explanation:
      "The credentials that are accepted. If it's missing, any discoverable credential for the RP ID is, and nobody has to type a name.",
    specification: options,
    default: "[], any",
    members: credentialDescriptor,
  },
  userVerification,
  hints,
  extensions,
]
