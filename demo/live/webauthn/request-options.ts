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
      "Random bytes for this ceremony only. They come back in clientDataJSON, and the server compares.",
    specification: options,
  },
  timeout,
  {
    name: "rpId",
    type: "string",
    explanation: "The RP ID: the domain that the credential was made for.",
    specification: options,
    default: "the domain of the page",
  },
  {
    name: "allowCredentials",
    type: "array",
    explanation:
      "The credentials that will do. Without, any discoverable credential for the RP ID: nobody types a name.",
    specification: options,
    default: "[], any",
    members: credentialDescriptor,
  },
  userVerification,
  hints,
  extensions,
]
