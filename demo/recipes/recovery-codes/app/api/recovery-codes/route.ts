import { auth } from "@/auth"
import { createRecoveryCodes } from "@/passkeys/recovery-codes"
import { prisma } from "@/prisma"

/**
 * Answers with ten new codes for whoever is signed in, in place of
 * their old ones.
 */
export async function POST(request: Request) {
  // Another site can't read the answer, but could make the old codes
  // useless.
  if (request.headers.get("Sec-Fetch-Site") !== "same-origin")
    return refuse(403, "The request must come from this site.")
  const session = await auth()
  const email = session?.user?.email
  if (!email) return refuse(401, "Sign in first.")
  const user = await prisma.user.findUnique({
    where: { email },
    select: { id: true },
  })
  if (!user) return refuse(401, "Sign in first.")
  const codes = await createRecoveryCodes(user.id, prisma)
  return Response.json(
    { codes },
    { headers: { "Cache-Control": "no-store" } },
  )
}

const refuse = (status: number, error: string) =>
  Response.json({ error }, { status })
