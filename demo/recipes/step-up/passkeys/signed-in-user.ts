import { auth } from "@/auth"

/**
 * The id of the person who is signed in, or `undefined`. Sessions in
 * the database have it. For JWT sessions, a `session` callback must add
 * it.
 */
export async function signedInUserId(): Promise<string | undefined> {
  const session = await auth()
  return session?.user?.id
}
