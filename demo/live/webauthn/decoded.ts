import type { Field } from "./field"

/** What something was recognised as. */
export type Kind =
  | "registration response"
  | "authentication response"
  | "registration options"
  | "authentication options"
  | "clientDataJSON"
  | "attestation object"
  | "authenticator data"
  | "COSE key"
  | "public key"
  | "certificate"
  | "signature"

/** What was pasted, decoded. */
export type Decoded = {
  kind: Kind
  /** How it was written, where that is not plain: `base64url`, `hex`, `the options answer of Auth.js`. */
  form?: string
  /** What problems in the text count their offset in. It may be a part of what was pasted. */
  text: string
  /** Each has bytes of its own, or none. What is wrong is in the fields, as their problem. */
  sections: Field[]
}
