import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { text } from "node:stream/consumers"
import { SMTPServer } from "smtp-server"

/** A message as an SMTP client delivered it: its body is decoded. */
export type Mail = { to: string; subject: string; text: string }

/**
 * Starts an SMTP server on 127.0.0.1 that keeps what it receives.
 *
 * @returns Its `smtp:` URL, the messages for an address, oldest first, and how to stop it.
 */
export async function startMailCatcher() {
  const mails: Mail[] = []
  let refuses = false
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) =>
      done(refuses ? new Error("The mailbox is full.") : undefined),
    async onData(stream, { envelope }, done) {
      const source = await text(stream)
      for (const { address } of envelope.rcptTo) mails.push({ to: address, ...parse(source) })
      done()
    },
  })
  const server = smtp.listen(0, "127.0.0.1")
  await once(server, "listening")
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    to: (email: string) => mails.filter(({ to }) => to === email),
    /** Refuses every recipient until it is told otherwise. */
    refuse: (on: boolean) => void (refuses = on),
    stop: () => new Promise<void>((resolve) => smtp.close(resolve)),
  }
}

/** Reads the subject and the body. The transfer encoding is quoted-printable (RFC 2045 §6.7) or none. */
function parse(source: string) {
  const subject = /^Subject: (.*)$/m.exec(source)?.[1]?.trim() ?? ""
  const decoded = /quoted-printable/i.test(source)
    ? source
        .replace(/=\r\n/g, "")
        .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
    : source
  return { subject, text: decoded }
}
