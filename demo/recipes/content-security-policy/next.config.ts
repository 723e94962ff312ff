import type { NextConfig } from "next"

const securityHeaders = {
  // Passkeys on your own pages, and in no frame of another site.
  "Permissions-Policy":
    "publickey-credentials-get=(self), publickey-credentials-create=(self)",
  // For the pages of Auth.js, which have no Content-Security-Policy.
  "X-Frame-Options": "DENY",
  "X-Content-Type-Options": "nosniff",
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
}

const nextConfig: NextConfig = {
  async headers() {
    const headers = Object.entries(securityHeaders).map(
      ([key, value]) => ({ key, value }),
    )
    return [{ source: "/:path*", headers }]
  },
}

export default nextConfig
