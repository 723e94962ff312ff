import NextAuth from "next-auth"
import { NextResponse } from "next/server"
import { authConfig } from "@/auth.config"
import { withContentSecurityPolicy } from "@/content-security-policy"

/** The pages for people who aren't signed in. */
const publicPaths = ["/sign-in"]

export default NextAuth(authConfig).auth((request) => {
  const { auth, nextUrl } = request
  if (auth || publicPaths.includes(nextUrl.pathname))
    return withContentSecurityPolicy(request)
  // If you pass a function, Auth.js leaves it to you to redirect. It
  // ignores `false` from `authorized`.
  const signInUrl = new URL("/sign-in", nextUrl)
  signInUrl.searchParams.set("callbackUrl", nextUrl.href)
  return NextResponse.redirect(signInUrl)
})

export const config = {
  matcher: ["/((?!api/|_next/static/|_next/image|favicon\\.ico$).*)"],
}
