import { authenticationResponse } from "./authentication-response"
import { ByteReader } from "./byte-reader"
import { decodeClientData } from "./client-data"
import { creationOptions, creationOptionsOfAuthJs } from "./creation-options"
import type { Decoded } from "./decoded"
import { DecodeError } from "./decode-error"
import { decodeInto, type Field } from "./field"
import { jsonValue, memberOf, readJson, type JsonItem } from "./json"
import { decodeMembers, memberField } from "./json-member"
import { registrationResponse } from "./registration-response"
import { requestOptions } from "./request-options"
import { webauthn } from "./specification"

/**
 * A text that is a JSON object: a response, options, or client data as it is.
 *
 * @throws {DecodeError} When it is not JSON, or none of these.
 */
export function decodeJson(text: string): Decoded {
  const item = readJson(text)
  const has = (...names: string[]) => names.every((name) => memberOf(item, name))
  const response = memberOf(item, "response") ?? item
  if (memberOf(response, "attestationObject"))
    return { kind: "registration response", text, sections: registrationResponse(item) }
  if (memberOf(response, "signature") ?? memberOf(response, "authenticatorData"))
    return { kind: "authentication response", text, sections: authenticationResponse(item) }
  if (has("type", "challenge", "origin")) return clientData(text)
  const inner = memberOf(item, "publicKey") ?? memberOf(item, "optionsJSON")
  if (inner) return { ...optionsOf(inner, text), form: "with publicKey around them" }
  const options = memberOf(item, "options")
  if (options) return authJsAnswer(item, options, text)
  return optionsOf(item, text)
}

/** Auth.js answers `{action, options}` to `webauthn-options`. */
function authJsAnswer(item: JsonItem, options: JsonItem, text: string): Decoded {
  const action = memberOf(item, "action")
  const decoded = optionsOf(options, text, creationOptionsOfAuthJs())
  const form = "the options answer of Auth.js"
  if (!action) return { ...decoded, form }
  const field = memberField(
    {
      name: "action",
      type: "string",
      explanation: "Auth.js's name for the ceremony.",
      values: {
        register: "A registration: the page calls navigator.credentials.create().",
        authenticate: "An authentication: the page calls navigator.credentials.get().",
      },
    },
    action,
  )
  return { ...decoded, form, sections: [field, ...decoded.sections] }
}

function optionsOf(item: JsonItem, text: string, creation = creationOptions): Decoded {
  const has = (name: string) => memberOf(item, name)
  const section = (name: string, of: typeof creationOptions, fragment: OptionsFragment): Field =>
    decodeInto(
      {
        name,
        explanation: "What the server requests, with the default of each member.",
        specification: webauthn(fragment),
      },
      (fields) => decodeMembers(item, of, fields),
      "text",
    )
  if (has("rp") ?? has("user") ?? has("pubKeyCredParams"))
    return {
      kind: "registration options",
      text,
      sections: [section("options", creation, "sctn-parseCreationOptionsFromJSON")],
    }
  if (has("challenge"))
    return {
      kind: "authentication options",
      text,
      sections: [section("options", requestOptions, "sctn-parseRequestOptionsFromJSON")],
    }
  throw new DecodeError(item.start, unknownObject(item))
}

type OptionsFragment = "sctn-parseCreationOptionsFromJSON" | "sctn-parseRequestOptionsFromJSON"

function clientData(text: string): Decoded {
  const bytes = new TextEncoder().encode(text)
  const field: Field = {
    name: "clientDataJSON",
    bytes,
    specification: webauthn("dictionary-client-data"),
  }
  decodeInto(field, (children) => decodeClientData(new ByteReader(bytes), children))
  return { kind: "clientDataJSON", text, sections: [field] }
}

function unknownObject(item: JsonItem): string {
  const value = jsonValue(item)
  const names = value && typeof value === "object" ? Object.keys(value).slice(0, 8).join(", ") : ""
  return `This object (${names || "empty"}) isn't part of WebAuthn: a response has a member response, registration options have rp and user, and authentication options have a challenge.`
}
