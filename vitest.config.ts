import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

/** As in tsconfig.json: `@/` is the top of the reader's app. */
const resolve = { alias: { "@": fileURLToPath(new URL("demo/starter", import.meta.url)) } }

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: "unit",
          include: [
            "{components,demo,plugins,scripts,server}/**/*.test.{ts,tsx}",
            "tests/unit/**/*.test.ts",
            "tests/guide/**/*.test.ts",
            "!**/node_modules/**",
          ],
        },
      },
      {
        resolve,
        test: {
          name: "databases",
          include: ["tests/databases/**/*.test.ts"],
          globalSetup: "tests/support/shared-servers.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // It imports next/server without an extension, which Node refuses and Vite resolves.
          server: { deps: { inline: ["next-auth"] } },
        },
      },
      {
        test: {
          name: "site",
          include: ["tests/site/**/*.test.ts"],
          globalSetup: "tests/site/build.ts",
          // They measure real servers, and a shared machine may stall in between.
          retry: process.env.CI ? 1 : 0,
          // Each starts sites of its own, some to measure them.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
