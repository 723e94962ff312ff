import { withContentSecurityPolicy } from "@/content-security-policy"

export default withContentSecurityPolicy

// Only pages: scripts, styles and images need no policy, and the pages
// of Auth.js need another one.
export const config = {
  matcher: ["/((?!api/|_next/static/|_next/image|favicon\\.ico$).*)"],
}
