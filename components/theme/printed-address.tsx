import { useSyncExternalStore } from "react"
import { usePage } from "./page"

/** Where a printed page is from. On a screen, the browser shows it. */
export function PrintedAddress() {
  const { address, config } = usePage()
  // Without script, the address starts at the top of the site.
  const origin = useSyncExternalStore(
    neverChanges,
    () => location.origin,
    () => "",
  )
  return (
    <p className="printed-address" aria-hidden="true">
      {config.siteName} · {origin + address}
    </p>
  )
}

const neverChanges = () => () => {}
