import Nodemailer from "next-auth/providers/nodemailer"

/**
 * Sends people a link that signs them in. It works once, for ten
 * minutes.
 */
export const emailLink = Nodemailer({
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
