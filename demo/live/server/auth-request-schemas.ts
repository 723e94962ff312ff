import { z } from "zod"
import { isCallbackUrl } from "./callback-url"
import { madeUpAddress } from "../panel/made-up-name"

const base64url = (maxLength: number) =>
  z
    .string()
    .min(1)
    .max(maxLength)
    .regex(/^[\w-]+$/)

/** A credential id has at most 1,023 bytes (WebAuthn L3 §4, Credential ID). */
const credentialId = base64url(1_364)

/** The JSON in `data`: AuthenticatorResponse of either kind (WebAuthn L3 §5.5). */
const credential = z.object({
  id: credentialId,
  rawId: credentialId,
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: base64url(8_192),
    attestationObject: base64url(32_768).optional(),
    authenticatorData: base64url(32_768).optional(),
    signature: base64url(2_048).optional(),
    // SimpleWebAuthn's browser 9, which the built-in page loads, reads its bytes as UTF-8 text. Auth.js
    // doesn't use it.
    userHandle: z.string().max(128).nullish(),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,32}$/))
      .max(8)
      .optional(),
  }),
  clientExtensionResults: z.record(z.unknown()).optional(),
  authenticatorAttachment: z.enum(["platform", "cross-platform"]).nullish(),
})

const credentialJson = z
  .string()
  .max(49_152)
  .superRefine((text, context) => {
    if (!credential.safeParse(parseJson(text)).success)
      context.addIssue({ code: "custom", message: "data must be the JSON of a credential." })
  })

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const callbackUrl = z
  .string()
  .max(2_048)
  .refine(isCallbackUrl, "callbackUrl must be a URL.")
  .optional()
const csrfToken = z.string().max(256).optional()
const email = z.union([
  z.literal(""),
  z.string().regex(madeUpAddress, {
    message:
      "The demo takes no real address: email must be <name>@passkeys.example, and the name 1 to 32 of a-z, 0-9 and -, not at its ends.",
  }),
])
const action = z.enum(["register", "authenticate"], {
  message: "action must be register or authenticate.",
})
const words = z.string().max(64).optional()
const nothing = z.object({}).strict()

/** The addresses under `/api/auth/` that this site has, and what each takes: query or form fields. */
export const authRequestSchemas: Record<string, { GET?: z.ZodTypeAny; POST?: z.ZodTypeAny }> = {
  csrf: { GET: nothing },
  providers: { GET: nothing },
  session: { GET: nothing },
  signin: { GET: z.object({ callbackUrl, error: words, code: words }).strict() },
  signout: {
    GET: z.object({ callbackUrl }).strict(),
    POST: z.object({ callbackUrl, csrfToken, json: words }).strict(),
  },
  error: { GET: z.object({ error: words, code: words }).strict() },
  "webauthn-options/passkey": {
    GET: z
      .object({
        action: action.optional(),
        email: email.optional(),
        mediation: z.literal("conditional").optional(),
      })
      .strict(),
  },
  "callback/passkey": {
    POST: z
      .object({ action, data: credentialJson, email: email.optional(), callbackUrl, csrfToken })
      .strict(),
  },
}
