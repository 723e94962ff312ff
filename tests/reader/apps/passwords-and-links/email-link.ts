import type { EmailConfig } from "next-auth/providers"

export const emailLink: EmailConfig = {
  id: "email",
  name: "E-mail",
  type: "email",
  from: "app@passkeys.example",
  maxAge: 15 * 60,
  async sendVerificationRequest({ identifier, url }) {
    console.log(`To ${identifier}: sign in at ${url}`)
  },
}
