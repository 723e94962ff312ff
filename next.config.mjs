// @ts-check
import { createRequire } from "node:module"
import { fileURLToPath } from "node:url"
import { bundledLanguages, createHighlighter } from "shiki"
import { focusableTables } from "./plugins/focusable-tables.mjs"

// Nextra 3 calls an export of Next's bundled webpack that Next 16 no longer has.
// See docs/decisions/001-nextra-3-on-next-16.md.
const webpack = createRequire(import.meta.url)("next/dist/compiled/webpack/webpack.js")
webpack.init ??= () => {}
const { default: nextra } = await import("nextra")

const withNextra = nextra({
  theme: "nextra-theme-docs",
  themeConfig: "./theme.config.tsx",
  defaultShowCopyCode: true,
  mdxOptions: {
    rehypePlugins: [focusableTables],
    rehypePrettyCodeOptions: {
      onVisitLine,
      getHighlighter,
      // Nextra's own two are too pale for WCAG 2.2 §1.4.3 on a ground that is not quite white.
      theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    },
  },
})

/**
 * Nextra writes a space into each empty line of code, to give it a height: readers would copy a
 * text that is not the file's. Here the line gets the height, and no space.
 *
 * @param {import("hast").Element} line
 */
function onVisitLine(line) {
  delete line.properties["data-line"]
  if (line.children.length === 0) line.properties.style = "min-height: 1lh"
}

/**
 * Shiki gives up on a line of code after half a second, which the first line may need on a busy
 * machine. A page is compiled twice, for the server and for the browser: where only one of them gave
 * up, React finds another page than it was given. Here no line is given up.
 *
 * @param {import("shiki").BundledHighlighterOptions<string, string>} options
 */
async function getHighlighter(options) {
  const highlighter = await createHighlighter({ ...options, langs: Object.keys(bundledLanguages) })
  /** @type {typeof highlighter.codeToHtml} */
  const codeToHtml = (code, options) =>
    highlighter.codeToHtml(code, { ...options, tokenizeTimeLimit: 0 })
  return { ...highlighter, codeToHtml }
}

const pathOf = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url))

/** What makes code of a page's source. Without them, webpack's cache keeps what they made before. */
const makers = [
  "plugins/choices.mjs",
  "plugins/focusable-tables.mjs",
  "plugins/quote-loader.mjs",
  "plugins/quote.mjs",
  "plugins/recipes.mjs",
  "plugins/steps.mjs",
  "plugins/verified.mjs",
  "tests/verified.json",
  "components/choice-options.mjs",
  "components/package-manager-commands.mjs",
  "demo/live/server/starter-zip/apply-recipe.mjs",
].map(pathOf)

export default withNextra({
  reactStrictMode: true,
  // The site has no pictures to make smaller. The route would log what visitors ask it for.
  images: { unoptimized: true },
  poweredByHeader: false,
  // `npm run check` has them. A build is for who runs the site.
  typescript: { ignoreBuildErrors: true },
  // Next.js keeps the query, and browsers keep the hash.
  redirects: async () => [{ source: "/migrate", destination: "/database", permanent: true }],
  // Without it `auth()` cannot find next/server from a Pages Router bundle.
  transpilePackages: ["next-auth"],
  webpack(config) {
    config.module.rules.push({
      test: /\.mdx$/,
      enforce: "pre",
      use: pathOf("plugins/quote-loader.mjs"),
    })
    if (config.cache) config.cache.buildDependencies = { ...config.cache.buildDependencies, makers }
    return config
  },
})
