import { createHash, randomInt } from "node:crypto"
import type { NextAuthConfig } from "next-auth"
import type { Adapter, VerificationToken } from "next-auth/adapters"
import type { EmailConfig } from "next-auth/providers"
import type { PrismaClient } from "@/generated/prisma/client"

type ConfigWithAdapter = NextAuthConfig & { adapter: Adapter }

/**
 * Returns the configuration with one more way to sign in: a code of
 * `createRecoveryCodes()`, which works once. To Auth.js it's the token
 * of a link that was never sent, so that callbacks, events and both
 * kinds of sessions work as they do with links by e-mail.
 *
 * Put it around other extras, as in
 * `recoveryCodes(safeRegistration(config, prisma), prisma)`. They then
 * don't see an address confirmed that wasn't.
 *
 * Auth.js reads `config.adapter` anew for each request, so the getter
 * gives each request an adapter of its own. Pass the result to
 * `NextAuth()` as it is: a copy with `...` would share one adapter.
 */
export function recoveryCodes(
  config: ConfigWithAdapter,
  prisma: PrismaClient,
): ConfigWithAdapter {
  return {
    ...config,
    providers: [...config.providers, provider],
    get adapter() {
      return withRecoveryCodes(config.adapter, prisma)
    },
  }
}

/**
 * Makes ten new codes for a user, in place of those that they have.
 *
 * @returns The codes. Show them once: only their hashes are stored.
 */
export async function createRecoveryCodes(
  userId: string,
  prisma: PrismaClient,
): Promise<string[]> {
  const codes = Array.from({ length: 10 }, newCode)
  await prisma.$transaction([
    prisma.recoveryCode.deleteMany({ where: { userId } }),
    prisma.recoveryCode.createMany({
      data: codes.map((code) => ({ hash: hashOf(code), userId })),
    }),
  ])
  // Groups of five are easier to copy by hand.
  return codes.map((code) => code.match(/.{5}/g)!.join("-"))
}

const provider: EmailConfig = {
  id: "recovery-code",
  name: "Recovery code",
  type: "email",
  // Auth.js hashes a code together with this. It isn't secret, so that
  // codes outlive a change of `AUTH_SECRET`. With 100 random bits in a
  // code, nobody finds one by trying, even if your database leaks.
  secret: "recovery-code",
  sendVerificationRequest() {
    throw new Error("A recovery code is never sent.")
  },
}

/** An adapter for one request. */
function withRecoveryCodes(
  adapter: Adapter,
  prisma: PrismaClient,
): Adapter {
  let recovering = false

  return {
    ...adapter,
    async useVerificationToken(params) {
      // A link has the address that it was sent to, which Prisma's
      // adapter needs. A code comes without one.
      if (params.identifier)
        return (await adapter.useVerificationToken?.(params)) ?? null
      recovering = true
      return redeem(params.token, prisma)
    },
    async updateUser(user) {
      // Auth.js would note that the address is confirmed, as after a
      // link by e-mail.
      return recovering
        ? (await adapter.getUser!(user.id))!
        : adapter.updateUser!(user)
    },
  }
}

/**
 * Deletes the code. Of two requests at once, only one deletes it, and
 * signs in.
 */
async function redeem(
  hash: string,
  prisma: PrismaClient,
): Promise<VerificationToken | null> {
  const code = await prisma.recoveryCode.findUnique({
    where: { hash },
    select: { user: { select: { email: true } } },
  })
  // Auth.js finds the user by the address.
  if (!code?.user.email) return null
  const { count } = await prisma.recoveryCode.deleteMany({
    where: { hash },
  })
  if (count === 0) return null
  const expires = new Date(Date.now() + 60_000)
  return { identifier: code.user.email, token: hash, expires }
}

/**
 * Digits and letters without i, l, o and u, which look like others.
 */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"

const newCode = () =>
  Array.from({ length: 20 }, () => alphabet[randomInt(32)]).join("")

/** As Auth.js hashes a token. */
const hashOf = (code: string) =>
  createHash("sha256")
    .update(code + provider.secret)
    .digest("hex")
