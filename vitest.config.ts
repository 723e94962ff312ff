import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "{components,demo,plugins,scripts}/**/*.test.ts",
            "tests/guide/**/*.test.ts",
            "!**/node_modules/**",
          ],
        },
      },
      {
        test: {
          name: "databases",
          include: ["tests/databases/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
