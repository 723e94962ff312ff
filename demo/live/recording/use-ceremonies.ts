import { useSyncExternalStore } from "react"
import { ceremonies } from "./ceremonies"
import type { Ceremony } from "./ceremony"

const none: readonly Ceremony[] = []

/** The tab's last five ceremonies, the newest first. None while the page is rendered on the server. */
export const useCeremonies = () =>
  useSyncExternalStore(ceremonies.subscribe, ceremonies.get, () => none)
