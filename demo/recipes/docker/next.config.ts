import type { NextConfig } from "next"

const nextConfig: NextConfig = {
  // A server of its own in .next/standalone, with only the packages
  // that it imports.
  output: "standalone",
  outputFileTracingIncludes: {
    "/*": [
      "./health-check.mjs",
      // SQLite's driver, whose name Next.js can't find in the code.
      "./node_modules/@libsql/**",
    ],
  },
}

export default nextConfig
