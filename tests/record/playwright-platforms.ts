/** What each project of playwright.config.ts runs on. The others use SQLite and Chromium. */
const projects: Record<string, { database: string; browser: string }> = {
  postgresql: { database: "PostgreSQL", browser: "Chromium" },
  mariadb: { database: "MariaDB", browser: "Chromium" },
  firefox: { database: "SQLite", browser: "Firefox" },
}

/**
 * Files whose tests are not about the site's database: the reader's app has another one, or the page
 * uses none.
 */
export const otherDatabases: Record<string, string[]> = {
  "tests/e2e/inspect.spec.ts": [],
  "tests/reader/drizzle.spec.ts": ["PostgreSQL", "SQLite"],
  "tests/reader/existing-app.spec.ts": ["PostgreSQL"],
  "tests/reader/pushed-database.spec.ts": ["MariaDB"],
}

/** The databases and the browser that the tests of a file run on in a project of Playwright. */
export function platformsOf(file: string, project: string): string[] {
  const { database, browser } = projects[project] ?? { database: "SQLite", browser: "Chromium" }
  return [...(otherDatabases[file] ?? [database]), browser]
}
