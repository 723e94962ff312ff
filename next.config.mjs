// @ts-check
import { readdirSync } from "node:fs"
import { createRequire } from "node:module"
import { fileURLToPath } from "node:url"
import { breakableNames } from "./plugins/breakable-names.mjs"
import { readChangelog } from "./plugins/changelog.mjs"
import { isErrorAddress } from "./plugins/errors/error-page.mjs"
import { guidePages } from "./plugins/guide-pages.mjs"
import { stackedTables } from "./plugins/stacked-tables.mjs"
import { staticText } from "./plugins/static-text.mjs"
import { highlighting } from "./plugins/highlighting.mjs"
import { searchText } from "./plugins/search-text.mjs"
import { withoutIcons } from "./plugins/without-icons.mjs"
import { originPlaceholder } from "./plugins/origin-placeholder.mjs"

// Nextra 3 calls an export of Next's bundled webpack that Next 16 no longer has.
// See docs/decisions/001-nextra-3-on-next-16.md.
const require = createRequire(import.meta.url)
const webpack = require("next/dist/compiled/webpack/webpack.js")
webpack.init ??= () => {}
const { default: nextra } = await import("nextra")

const pathOf = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url))

const root = pathOf(".")

const withNextra = nextra({
  theme: "./components/theme/layout.tsx",
  themeConfig: "./theme.config.tsx",
  defaultShowCopyCode: true,
  transformPageMap: namesOnly,
  mdxOptions: {
    rehypePlugins: [searchText, breakableNames, stackedTables],
    recmaPlugins: [withoutIcons, staticText],
    rehypePrettyCodeOptions: highlighting,
  },
})

/**
 * On the server, every page contains the list of all pages for the menu, which has its titles from
 * `_meta.js`. Of the errors' pages, the menu has only the index.
 *
 * @param {import("nextra").PageMapItem[]} pageMap
 * @returns {import("nextra").PageMapItem[]}
 */
function namesOnly(pageMap) {
  return pageMap.flatMap((item) => {
    if ("children" in item) return [{ ...item, children: namesOnly(item.children) }]
    if (!("frontMatter" in item)) return [item]
    return isErrorAddress(item.route) ? [] : [{ ...item, frontMatter: {} }]
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
  // The pages as Markdown: a JSON module, which a loader writes, with the title of package.json.
  "guide-as-markdown$": `${pathOf("package.json")}?guide-as-markdown`,
}

/** What makes code of a page's source. Without them, webpack's cache keeps what they made before. */
const makers = [
  "plugins/breakable-names.mjs",
  "plugins/choices.mjs",
  "plugins/stacked-tables.mjs",
  "plugins/static-text.mjs",
  "plugins/expand-page.mjs",
  "plugins/code-classes.mjs",
  "plugins/fold-code.mjs",
  "plugins/highlighting.mjs",
  "plugins/quote-loader.mjs",
  "plugins/quote.mjs",
  "plugins/recipes.mjs",
  "plugins/search-text.mjs",
  "plugins/steps.mjs",
  "plugins/support-grid.mjs",
  "plugins/without-icons.mjs",
  "plugins/verified.mjs",
  ...["errors", "markdown"].flatMap((folder) =>
    readdirSync(pathOf(`plugins/${folder}`)).map((file) => `plugins/${folder}/${file}`),
  ),
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
  // The server does: see server/compressed.mjs.
  compress: false,
  // `npm run check` has them. A build is for who runs the site.
  typescript: { ignoreBuildErrors: true },
  // Next.js keeps the query, and browsers keep the hash.
  rewrites: async () => [
    { source: "/:page(.+).md", destination: "/api/markdown?page=:page" },
    { source: "/llms.txt", destination: "/api/llms" },
    { source: "/llms-full.txt", destination: "/api/llms-full" },
    { source: "/sitemap.xml", destination: "/api/sitemap" },
    { source: "/robots.txt", destination: "/api/robots" },
    { source: "/feed.xml", destination: "/api/feed" },
  ],
  redirects: async () => [{ source: "/migrate", destination: "/database", permanent: true }],
  // Without it `auth()` cannot find next/server from a Pages Router bundle.
  // Nextra is bundled so that the alias below also applies on the server.
  transpilePackages: ["next-auth", "nextra"],
  env: {
    NEXT_AUTH_VERSION: require("./package.json").dependencies["next-auth"],
    ORIGIN_PLACEHOLDER: originPlaceholder,
    // For the endpoints that list pages. They're in no page's script.
    GUIDE_PAGES: JSON.stringify(await guidePages(root)),
    CHANGELOG: JSON.stringify(await readChangelog(root)),
  },
  webpack(config, { isServer }) {
    Object.assign(config.resolve.alias, alias)
    // The browser's script has no list of the pages: the menu is in the HTML.
    if (!isServer)
      config.resolve.alias[pathOf(".next/static/chunks/nextra-page-map-.mjs")] = pathOf(
        "plugins/empty-page-map.mjs",
      )
    config.module.rules.push({
      test: /\.mdx$/,
      enforce: "pre",
      use: pathOf("plugins/quote-loader.mjs"),
    })
    config.module.rules.push({
      resourceQuery: /^\?guide-as-markdown$/,
      use: pathOf("plugins/markdown/guide-markdown-loader.mjs"),
    })
    // Only the server uses them, so the browser's script leaves them out: components/picture/picture.tsx.
    config.module.rules.push({
      include: [
        pathOf("demo/live/pictures/drawings/"),
        pathOf("demo/live/walkthrough/recorded-excerpt.tsx"),
      ],
      sideEffects: false,
    })
    config.module.rules.push({ resourceQuery: /^\?raw$/, type: "asset/source" })
    // The doctor's parser, in a worker: docs/decisions/045-the-doctor.md.
    config.module.rules.push({
      include: pathOf("node_modules/@prisma/prisma-schema-wasm/"),
      resolve: { alias: { fs: pathOf("demo/live/doctor/worker/read-wasm.mjs") } },
    })
    if (config.cache) config.cache.buildDependencies = { ...config.cache.buildDependencies, makers }
    return config
  },
})
