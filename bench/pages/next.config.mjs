import { createRequire } from "node:module"

// See docs/decisions/001-nextra-3-on-next-16.md.
createRequire(import.meta.url)("next/dist/compiled/webpack/webpack.js").init ??= () => {}
const { default: nextra } = await import("nextra")

export default nextra({ theme: "nextra-theme-docs", themeConfig: "./theme.config.jsx" })()
