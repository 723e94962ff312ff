import { defineConfig } from "vitest/config"

/** `@/` is the top of the reader's app, whose files are in the starter and in recipes. */
const resolve = { tsconfigPaths: true }

/** By default Vitest leaves one core idle, which is half of a small machine. */
const maxWorkers = "100%"

// These measure real servers, and a shared machine may stall in between.
const retry = process.env.CI ? 1 : 0

/** They compare times, or use up what a process may have: nothing else runs beside them. */
const measured = [
  "tests/databases/sqlite-lock.test.ts",
  "tests/site/{connections,database-faults,erasing,flood-ratio,hostile,ready,stopping}.test.ts",
]

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
            "tests/{guide,reader}/**/*.test.ts",
            "!**/node_modules/**",
          ],
          maxWorkers,
          // The highlighter's languages take seconds to load on a busy machine.
          testTimeout: 20_000,
          server: { deps: { inline: ["next-auth"] } },
        },
      },
      {
        resolve,
        test: {
          name: "databases",
          include: ["tests/databases/**/*.test.ts"],
          exclude: measured,
          globalSetup: "tests/support/shared-servers.ts",
          maxWorkers,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // It imports next/server without an extension, which Node refuses and Vite resolves.
          server: { deps: { inline: ["next-auth"] } },
        },
      },
      {
        resolve,
        test: {
          name: "errors",
          include: ["tests/errors/**/*.test.ts"],
          globalSetup: "tests/support/shared-servers.ts",
          maxWorkers,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          server: { deps: { inline: ["next-auth"] } },
        },
      },
      {
        test: {
          name: "site",
          include: ["tests/site/**/*.test.ts"],
          exclude: measured,
          globalSetup: ["tests/site/build.ts", "tests/support/shared-servers.ts"],
          retry,
          // Each has one core or two to itself: its requests and the sites that answer them.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve,
        test: {
          name: "measured",
          include: measured,
          globalSetup: "tests/site/build.ts",
          retry,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          server: { deps: { inline: ["next-auth"] } },
        },
      },
    ],
  },
})
