import type { NextAuthConfig } from "next-auth"
import { createTransport } from "nodemailer"

type Events = NonNullable<NextAuthConfig["events"]>

const transport = createTransport({
  url: process.env.EMAIL_SERVER,
  connectionTimeout: 5_000,
  socketTimeout: 10_000,
})

/**
 * Tells people by e-mail when a way to sign in is added to their
 * account. Auth.js logs an error if the mail can't be sent, and doesn't
 * fail the request.
 */
export const accountNotices: Events = {
  async linkAccount({ user, account }) {
    if (!user.email) return
    const added =
      account.provider === "passkey"
        ? "A passkey"
        : `Signing in with ${account.provider}`
    await transport.sendMail({
      from: process.env.EMAIL_FROM,
      to: user.email,
      subject: "A new way to sign in to your account",
      text: `${added} was added to your account.

If that was you, you don't need to do anything. If it wasn't, sign in at
${process.env.AUTH_URL}, remove it, and sign out everywhere.`,
    })
  },
}
