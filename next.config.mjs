// @ts-check
import { createRequire } from "node:module"
import { fileURLToPath } from "node:url"
import { codeAsHtml } from "./plugins/code-as-html.mjs"
import { breakableNames } from "./plugins/breakable-names.mjs"
import {
  cacheVersion,
  withoutBuildDependencies,
  withoutServerReferenceSalt,
} from "./plugins/cache-version.mjs"
import { readChangelog } from "./plugins/changelog.mjs"
import { isErrorAddress } from "./plugins/errors/error-page.mjs"
import { guidePages } from "./plugins/guide-pages.mjs"
import { stackedTables } from "./plugins/stacked-tables.mjs"
import { staticText } from "./plugins/static-text.mjs"
import { highlighting } from "./plugins/highlighting.mjs"
import { searchText } from "./plugins/search-text.mjs"
import { unbrokenOptions } from "./plugins/unbroken-options.mjs"
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
    rehypePlugins: [searchText, breakableNames, unbrokenOptions, stackedTables],
    recmaPlugins: [withoutIcons, codeAsHtml, staticText],
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

const loaders = {
  page: "plugins/page-loader.mjs",
  quote: "plugins/quote-loader.mjs",
  guideMarkdown: "plugins/markdown/guide-markdown-loader.mjs",
}

/** Without it, webpack's cache would keep what an earlier version of the plugins made of a page. */
const version = await cacheVersion(root, [
  "next.config.mjs",
  ...Object.values(loaders),
  "package-lock.json",
])

export default withNextra({
  reactStrictMode: true,
  // The site has no pictures to make smaller. The route would log what visitors ask it for.
  images: { unoptimized: true },
  poweredByHeader: false,
  // The server does: see server/compressed.mjs.
  compress: false,
  // `npm run check` has them. A build is for who runs the site.
  typescript: { ignoreBuildErrors: true },
  // The files that a copy of the server would need: what runs here is the checkout. Finding them took a
  // quarter of the build.
  outputFileTracingExcludes: { "next-server": ["**"] },
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
  webpack(config, { isServer, dev }) {
    Object.assign(config.resolve.alias, alias)
    // The browser's script has no list of the pages: the menu is in the HTML.
    if (!isServer)
      config.resolve.alias[pathOf(".next/static/chunks/nextra-page-map-.mjs")] = pathOf(
        "plugins/empty-page-map.mjs",
      )
    // Nextra's own rule for pages, with our loader around its loader.
    for (const { oneOf = [] } of config.module.rules)
      for (const { use } of oneOf) {
        const nextra = Array.isArray(use) && use.find(({ options }) => options?.isPageImport)
        if (nextra) nextra.loader = pathOf(loaders.page)
      }
    config.module.rules.push({
      test: /\.mdx$/,
      enforce: "pre",
      use: pathOf(loaders.quote),
    })
    config.module.rules.push({
      resourceQuery: /^\?guide-as-markdown$/,
      use: pathOf(loaders.guideMarkdown),
    })
    // Only the server uses them, so the browser's script leaves them out: `typeof window` in what imports them.
    config.module.rules.push({
      include: [
        pathOf("demo/live/pictures/drawings/"),
        pathOf("demo/live/walkthrough/recorded-excerpt.tsx"),
        pathOf("demo/live/download/download-options.tsx"),
        pathOf("demo/live/download/starter-options.ts"),
      ],
      sideEffects: false,
    })
    config.module.rules.push({ resourceQuery: /^\?raw$/, type: "asset/source" })
    // The doctor's parser, in a worker: docs/decisions/045-the-doctor.md.
    config.module.rules.push({
      include: pathOf("node_modules/@prisma/prisma-schema-wasm/"),
      resolve: { alias: { fs: pathOf("demo/live/doctor/worker/read-wasm.mjs") } },
    })
    if (config.cache) {
      config.cache.version = `${withoutServerReferenceSalt(config.cache.version)}|${version}`
      config.cache.buildDependencies = { defaultWebpack: [] }
      config.plugins.push(withoutBuildDependencies)
      // Storing it takes seconds. By default it begins a second after a page, when a reader asks for the
      // next one.
      if (dev) config.cache.idleTimeoutAfterLargeChanges = 10_000
      if (dev) config.cache.idleTimeoutForInitialStore = 10_000
    }
    return config
  },
})
