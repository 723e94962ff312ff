import { useSyncExternalStore } from "react"

const names: Record<string, string> = {
  sqlite: "SQLite",
  postgresql: "PostgreSQL",
  mysql: "MySQL and MariaDB",
  cockroachdb: "CockroachDB",
  sqlserver: "SQL Server",
  mongodb: "MongoDB",
}

function subscribe(listener: () => void) {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ["data-database"] })
  return () => observer.disconnect()
}

/** The database that the reader chose for the guide: its value and its name. The guide's default is SQLite. */
export function useChosenDatabase(): { database: string; name: string } {
  const chosen = useSyncExternalStore(
    subscribe,
    () => document.documentElement.dataset.database ?? "",
    () => "",
  )
  const database = names[chosen] ? chosen : "sqlite"
  return { database, name: names[database] ?? database }
}
