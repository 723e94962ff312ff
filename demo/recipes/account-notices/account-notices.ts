import type { NextAuthConfig, User } from "next-auth"
import { createTransport } from "nodemailer"

type Events = NonNullable<NextAuthConfig["events"]>

const transport = createTransport({
  url: process.env.EMAIL_SERVER,
  connectionTimeout: 5_000,
  socketTimeout: 10_000,
})

/**
 * Tells people by e-mail when a way to sign in is added to their
 * account, and when one of their recovery codes is used. If the mail
 * can't be sent, Auth.js logs the error, and the request succeeds.
 */
export const accountNotices: Events = {
  async linkAccount({ user, account }) {
    await send(
      user,
      "A new way to sign in to your account",
      account.provider === "passkey"
        ? "A passkey was added to your account."
        : `Signing in with ${account.provider} was added to your account.`,
    )
  },
  async signIn({ user, account }) {
    if (account?.provider === "recovery-code")
      await send(
        user,
        "A recovery code was used",
        "Somebody signed in to your account with a recovery code.",
      )
  },
}

async function send({ email }: User, subject: string, what: string) {
  if (!email) return
  await transport.sendMail({
    from: process.env.EMAIL_FROM,
    to: email,
    subject,
    text: `${what}

If that was you, you don't need to do anything. If it wasn't, sign in at
${process.env.AUTH_URL}, and remove what you don't know.`,
  })
}
