import { useEffect, useRef } from "react"
import { choiceNames, chosen } from "./choices"

/** A link to the app of this guide as a zip file, for what is chosen now. */
export function DownloadStarter() {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    const follow = () => {
      const query = new URLSearchParams(choiceNames.map((name) => [name, chosen(name)]))
      if (link.current) link.current.search = query.toString()
    }
    follow()
    const observer = new MutationObserver(follow)
    observer.observe(document.documentElement, { attributes: true })
    return () => observer.disconnect()
  }, [])
  return (
    <a ref={link} href="/api/starter" download>
      Download this app
    </a>
  )
}
