// @ts-check
import { createRequire } from "node:module"
import { fileURLToPath } from "node:url"

// Nextra 3 calls an export of Next's bundled webpack that Next 16 no longer has.
// See docs/decisions/001-nextra-3-on-next-16.md.
const webpack = createRequire(import.meta.url)("next/dist/compiled/webpack/webpack.js")
webpack.init ??= () => {}
const { default: nextra } = await import("nextra")

const withNextra = nextra({
  theme: "nextra-theme-docs",
  themeConfig: "./theme.config.tsx",
  defaultShowCopyCode: true,
})

const quoteLoader = fileURLToPath(new URL("plugins/quote-loader.mjs", import.meta.url))

export default withNextra({
  reactStrictMode: true,
  poweredByHeader: false,
  // Without it `auth()` cannot find next/server from a Pages Router bundle.
  transpilePackages: ["next-auth"],
  webpack(config) {
    config.module.rules.push({ test: /\.mdx$/, enforce: "pre", use: quoteLoader })
    return config
  },
})
