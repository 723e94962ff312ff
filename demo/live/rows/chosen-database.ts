import { useSyncExternalStore } from "react"
import { databaseName, databaseProducts } from "../../../components/database-names.mjs"

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
  const database = Object.hasOwn(databaseProducts, chosen) ? chosen : "sqlite"
  return { database, name: databaseName(database, " and ") }
}
