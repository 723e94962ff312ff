import Nodemailer from "next-auth/providers/nodemailer"

const nodemailer = Nodemailer({
  id: "email",
  name: "E-mail",
  server: {
    url: process.env.EMAIL_SERVER,
    // By default, Nodemailer waits two minutes for a mail server.
    connectionTimeout: 5_000,
    socketTimeout: 10_000,
  },
  from: process.env.EMAIL_FROM,
  maxAge: 10 * 60,
})

/**
 * Sends people a link that signs them in. It works once, for ten
 * minutes. It leads to a page with a button, because some mail systems
 * open each link to check it, and would use it up.
 */
export const emailLink: typeof nodemailer = {
  ...nodemailer,
  async sendVerificationRequest({ url, ...mail }) {
    const { origin, search } = new URL(url)
    await nodemailer.sendVerificationRequest({
      ...mail,
      url: `${origin}/sign-in/confirm${search}`,
    })
  },
}
