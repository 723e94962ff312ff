// @ts-check
import { createRequire } from "node:module"
import { fileURLToPath } from "node:url"
import { textAsHtml } from "./plugins/text-as-html.mjs"
import { highlighting } from "./plugins/highlighting.mjs"
import { withoutIcons } from "./plugins/without-icons.mjs"

// Nextra 3 calls an export of Next's bundled webpack that Next 16 no longer has.
// See docs/decisions/001-nextra-3-on-next-16.md.
const require = createRequire(import.meta.url)
const webpack = require("next/dist/compiled/webpack/webpack.js")
webpack.init ??= () => {}
const { default: nextra } = await import("nextra")

const pathOf = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url))

const withNextra = nextra({
  theme: "./components/theme/layout.tsx",
  themeConfig: "./theme.config.tsx",
  defaultShowCopyCode: true,
  transformPageMap: namesOnly,
  mdxOptions: {
    recmaPlugins: [withoutIcons, textAsHtml],
    rehypePrettyCodeOptions: highlighting,
  },
})

/**
 * Every page contains the list of all pages for the menu, which has its titles from `_meta.js`.
 *
 * @param {import("nextra").PageMapItem[]} pageMap
 * @returns {import("nextra").PageMapItem[]}
 */
function namesOnly(pageMap) {
  return pageMap.map((item) => {
    if ("children" in item) return { ...item, children: namesOnly(item.children) }
    return "frontMatter" in item ? { ...item, frontMatter: {} } : item
  })
}

/**
 * Replaces `nextra/mdx` under both of its names. It adds a context and an image viewer, which no page
 * needs.
 */
const mdxComponents = pathOf("components/theme/mdx-components.tsx")
const alias = {
  "nextra/mdx$": mdxComponents,
  [pathOf("node_modules/nextra/dist/client/mdx.js")]: mdxComponents,
}

/** What makes code of a page's source. Without them, webpack's cache keeps what they made before. */
const makers = [
  "plugins/choices.mjs",
  "plugins/text-as-html.mjs",
  "plugins/code-classes.mjs",
  "plugins/fold-code.mjs",
  "plugins/highlighting.mjs",
  "plugins/quote-loader.mjs",
  "plugins/quote.mjs",
  "plugins/recipes.mjs",
  "plugins/steps.mjs",
  "plugins/without-icons.mjs",
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
  // Nextra is bundled so that the alias below also applies on the server.
  transpilePackages: ["next-auth", "nextra"],
  env: { NEXT_AUTH_VERSION: require("./package.json").dependencies["next-auth"] },
  webpack(config) {
    Object.assign(config.resolve.alias, alias)
    config.module.rules.push({
      test: /\.mdx$/,
      enforce: "pre",
      use: pathOf("plugins/quote-loader.mjs"),
    })
    if (config.cache) config.cache.buildDependencies = { ...config.cache.buildDependencies, makers }
    return config
  },
})
