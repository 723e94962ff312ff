import type { MemberAbout } from "./json-member"
import { webauthn } from "./specification"

/** What the browser answers to extensions. WebAuthn L3 §5.7.2 and §10.1. */
export const clientExtensionResults: MemberAbout = {
  name: "clientExtensionResults",
  type: "object",
  required: true,
  explanation: "The browser's response to the requested extensions.",
  specification: webauthn("iface-authentication-extensions-client-outputs"),
}

const about = (
  name: string,
  type: MemberAbout["type"],
  explanation: string,
  fragment: Parameters<typeof webauthn>[0],
  members?: MemberAbout[],
): MemberAbout => ({
  name,
  type,
  explanation,
  specification: webauthn(fragment),
  ...(members && { members }),
})

/** The extensions that are explained when they are there; nobody lists those that are not. */
export const knownExtensionResults: MemberAbout[] = [
  about(
    "credProps",
    "object",
    "Properties of the new credential.",
    "sctn-authenticator-credential-properties-extension",
    [
      about(
        "rk",
        "boolean",
        "Whether the credential is discoverable. If it's missing, the browser doesn't know.",
        "sctn-authenticator-credential-properties-extension",
      ),
    ],
  ),
  about("prf", "object", "Secrets that the credential derives from inputs.", "prf-extension", [
    about(
      "enabled",
      "boolean",
      "At registration: whether the credential supports it.",
      "prf-extension",
    ),
    about("results", "object", "The secrets.", "prf-extension"),
  ]),
  about(
    "largeBlob",
    "object",
    "Data that the authenticator stores with the credential.",
    "sctn-large-blob-extension",
    [
      about(
        "supported",
        "boolean",
        "At registration: whether the authenticator supports it.",
        "sctn-large-blob-extension",
      ),
      about("blob", "base64url", "The data that was read.", "sctn-large-blob-extension"),
      about("written", "boolean", "Whether the data was written.", "sctn-large-blob-extension"),
    ],
  ),
  about(
    "appid",
    "boolean",
    "Whether it's a U2F credential, in which case the hash is that of the AppID instead of the RP ID.",
    "sctn-appid-extension",
  ),
  about(
    "appidExclude",
    "boolean",
    "Whether U2F credentials were looked up in excludeCredentials.",
    "sctn-appid-exclude-extension",
  ),
]
