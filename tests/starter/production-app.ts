import { appendFile, cp, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { applyEdit } from "../../demo/live/server/starter-zip/apply-recipe.mjs"
import { root } from "../../scripts/root"
import { execute } from "../databases/execute"
import { offlineEnvironment } from "../reader/offline"
import { makeReadersApp, withoutTypes } from "./readers-app"

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
  const { NEXT_FONT_GOOGLE_MOCKED_RESPONSES } = await offlineEnvironment(join(root, ".cache"))
  Object.assign(process.env, { NEXT_FONT_GOOGLE_MOCKED_RESPONSES })
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
    [
      "NextConfig = {",
      `NextConfig = {\n  ...${JSON.stringify(withoutTypes)},\n  cacheComponents: ${variant.cacheComponents},`,
    ],
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
  const source = await readFile(file, "utf8")
  await writeFile(
    file,
    changes.reduce((text, change) => applyEdit(file, text, change), source),
  )
}
