import { appendFile, cp, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { root } from "../../scripts/root"
import { execute } from "../databases/execute"
import { makeReadersApp } from "./readers-app"

export type Variant = {
  cacheComponents: boolean
  /** `false`: without the step that renders a page for each request. */
  perRequest?: boolean
  /** The split configuration, with a `proxy.ts` that also redirects who isn't signed in. */
  withAuth?: boolean
}

/**
 * Makes the reader's app after all steps of /production that have a file: headers, limits and the
 * clean-up of sessions. Like an app of `create-next-app` it has a font, a style sheet and an image.
 */
export async function makeProductionApp(site: string, variant: Variant) {
  process.env.NEXT_FONT_GOOGLE_MOCKED_RESPONSES = join(root, ".cache/google-fonts.cjs")
  const css = `@font-face { font-family: "Geist"; font-weight: 100 900; src: local("Arial"); }`
  const url = "https://fonts.googleapis.com/css2?family=Geist:wght@100..900&display=swap"
  await writeFile(
    process.env.NEXT_FONT_GOOGLE_MOCKED_RESPONSES,
    `module.exports = ${JSON.stringify({ [url]: css })}\n`,
  )
  const app = await makeReadersApp(site, "", (folder) => followProductionPage(folder, variant))
  await execute(
    `file:${join(app.folder, "dev.db")}`,
    `CREATE TABLE "RateLimit" ("key" TEXT NOT NULL PRIMARY KEY, "points" INTEGER NOT NULL, "expire" DATETIME)`,
  )
  return app
}

async function followProductionPage(folder: string, variant: Variant) {
  const copy = (recipe: string) =>
    cp(join(root, "demo/recipes", recipe), folder, {
      recursive: true,
      filter: (path) => !path.endsWith(".prisma"),
    })
  await copy("content-security-policy")
  await copy("rate-limits")
  await copy("delete-expired-sessions")
  if (variant.withAuth) {
    await copy("split-config")
    await copy("content-security-policy-with-auth")
  }
  await appendFile(
    join(folder, "prisma/schema.prisma"),
    await readFile(join(root, "demo/recipes/rate-limits/prisma/schema.prisma"), "utf8"),
  )
  await rm(join(folder, "next.config.mjs"))
  await edit(join(folder, "next.config.ts"), [
    ["NextConfig = {", `NextConfig = {\n  cacheComponents: ${variant.cacheComponents},`],
  ])
  await edit(join(folder, "instrumentation.ts"), [["60 * 60 * 1_000", "500"]])
  await writeFile(join(folder, "app/globals.css"), "main { padding: 1px }\n")
  await cp(join(root, "public/favicon.svg"), join(folder, "public/next.svg"))
  const perRequest: [string, string][] = [
    [
      "import type { ReactNode }",
      `import { PerRequest } from "./per-request"\nimport type { ReactNode }`,
    ],
    ["    <html", "    <PerRequest><html"],
    ["    </html>", "    </html></PerRequest>"],
  ]
  await edit(join(folder, "app/layout.tsx"), [
    [
      "import type { ReactNode }",
      `import { Geist } from "next/font/google"\nimport "./globals.css"\nimport type { ReactNode }`,
    ],
    [
      "export const metadata",
      `const geist = Geist({ subsets: ["latin"] })\n\nexport const metadata`,
    ],
    ["<body>", "<body className={geist.className}>"],
    ...(variant.perRequest === false ? [] : perRequest),
  ])
  await edit(join(folder, "app/sign-in/page.tsx"), [
    ["import { redirect }", `import Image from "next/image"\nimport { redirect }`],
    ["<h1>", `<Image src="/next.svg" alt="Logo" width={32} height={32} />\n      <h1>`],
  ])
}

async function edit(file: string, changes: [from: string, to: string][]) {
  let source = await readFile(file, "utf8")
  for (const [from, to] of changes) {
    if (!source.includes(from)) throw new Error(`${file} has no ${from}`)
    source = source.replace(from, to)
  }
  await writeFile(file, source)
}
