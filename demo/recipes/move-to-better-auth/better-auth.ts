import { passkey } from "@better-auth/passkey"
import { betterAuth } from "better-auth"
import { prismaAdapter } from "better-auth/adapters/prisma"
import { APIError } from "better-auth/api"
import { prisma } from "@/prisma"

/** Better Auth verifies signatures, and leaves this to you. */
function requireUserVerification(userVerified: boolean | undefined) {
  if (!userVerified)
    throw new APIError("UNAUTHORIZED", {
      message: "Your passkey didn't verify that it's you.",
    })
}

export const auth = betterAuth({
  appName: "Your app",
  baseURL: process.env.BETTER_AUTH_URL,
  database: prismaAdapter(prisma, { provider: "sqlite" }),
  // The tables of Auth.js stay as they are, beside these.
  user: { fields: { emailVerified: "emailConfirmed" } },
  session: { modelName: "betterAuthSession" },
  account: { modelName: "betterAuthAccount" },
  verification: { modelName: "betterAuthVerification" },
  plugins: [
    passkey({
      origin: new URL(process.env.BETTER_AUTH_URL!).origin,
      authenticatorSelection: {
        residentKey: "required",
        userVerification: "required",
      },
      authentication: {
        async afterVerification({ verification }) {
          requireUserVerification(
            verification.authenticationInfo.userVerified,
          )
        },
      },
      registration: {
        async afterVerification({ verification }) {
          requireUserVerification(
            verification.registrationInfo?.userVerified,
          )
        },
      },
    }),
  ],
})
