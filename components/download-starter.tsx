import { useEffect, useRef } from "react"
import { choiceNames, chosen, followChosen } from "./choices"

/** A link to the app of this guide as a zip file, for what is chosen now. */
export function DownloadStarter() {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(
    () =>
      followChosen(() => {
        const query = new URLSearchParams(choiceNames.map((name) => [name, chosen(name)]))
        if (link.current) link.current.search = query.toString()
      }),
    [],
  )
  return (
    <a ref={link} href="/api/starter" download>
      Download this app
    </a>
  )
}
