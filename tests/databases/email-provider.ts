import type { NextAuthConfig } from "next-auth"

/** Auth.js's e-mail provider, with a function in the place of a mail server. */
export function emailProvider(send: (link: string) => void): NextAuthConfig["providers"][number] {
  return {
    id: "email",
    type: "email",
    name: "Email",
    from: "site@passkeys.example",
    maxAge: 600,
    options: {},
    sendVerificationRequest: async ({ url }) => send(url),
  }
}
