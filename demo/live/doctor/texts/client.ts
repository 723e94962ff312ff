/** Mistakes in pages, in the proxy, and in headers. */
export const clientTexts = {
  "wrong-sign-in-function": {
    title: 'signIn("{}") is from next-auth/react',
    reason: "That function can't run a WebAuthn ceremony. It throws for passkeys.",
    fix: 'import { signIn } from "next-auth/webauthn"',
    error: "wrong-sign-in-function",
  },
  "edge-runtime": {
    title: "{} runs on the edge and imports the database",
    reason:
      "The edge runtime lacks the Node.js modules that database clients and SimpleWebAuthn need.",
    fix: "Use proxy.ts, which runs on Node.js in Next.js 16 and later. Or import a configuration without the adapter and the passkey provider.",
    error: "edge-runtime",
  },
  "permissions-policy-blocks": {
    title: "The header Permissions-Policy turns off {}",
    reason: "The browser then refuses the ceremony even on your own pages.",
    fix: "publickey-credentials-get=(self), publickey-credentials-create=(self)",
    error: "not-allowed",
  },
  "csp-blocks-built-in-page": {
    title: "The Content-Security-Policy blocks Auth.js's own sign-in page",
    reason:
      "That page has an inline script and loads SimpleWebAuthn from unpkg.com. With {}, its passkey button does nothing.",
    fix: "Don't send the header for /api/, or build your own sign-in page.",
    error: "blocked-by-csp",
  },
}
