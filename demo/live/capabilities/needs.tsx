import { useEffect, useState, type ReactNode } from "react"
import { askBrowser } from "./ask-browser"
import type { Capability } from "./capabilities"
import styles from "./capabilities.module.css"

type NeedsProps = {
  capability: Capability
  /** What is missing, and what the reader can do instead. */
  children: ReactNode
}

/**
 * For sections of the guide that need a capability: tells so where the browser lacks it. In all
 * other browsers it is nothing and takes no room, the practice passkey notwithstanding.
 */
export function Needs({ capability, children }: NeedsProps) {
  const [lacking, setLacking] = useState(false)
  useEffect(() => {
    let left = false
    void askBrowser(capability).then((answer) => {
      if (!left) setLacking(answer === false)
    })
    return () => void (left = true)
  }, [capability])
  if (!lacking) return null
  return (
    <aside className={styles.needs} aria-label="Your browser">
      {children}
    </aside>
  )
}
