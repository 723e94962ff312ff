import { usePage } from "./page"

/**
 * Where a printed page is from. On a screen, the browser shows it. The style sheet writes the address,
 * so that no search engine and no screen reader finds it in the text. Without script, it starts at the
 * top of the site: a page doesn't know where it's served.
 */
export function PrintedAddress() {
  const { address, config } = usePage()
  return (
    <p
      className="printed-address"
      aria-hidden="true"
      data-address={address}
      ref={(element) => element?.setAttribute("data-origin", location.origin)}
    >
      {config.siteName} ·{" "}
    </p>
  )
}
