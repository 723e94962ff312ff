import { useEffect, useState } from "react"
import { followChosen } from "../choices"
import { CopyButton } from "../copy-button"
import styles from "./copy-page.module.css"
import { choiceQuery, markdownAddress } from "./markdown-address"
import { usePage } from "./page"

/**
 * Copies the page as Markdown, in the reader's choices, for an assistant or a note. The link works
 * without script, for the defaults.
 *
 * @param place On wide screens, it's beside the text; on others, at its end.
 */
export function CopyPage({ place }: { place: "beside" | "foot" }) {
  const { address } = usePage()
  const [query, setQuery] = useState("")
  useEffect(() => followChosen(() => setQuery(choiceQuery())), [])
  const file = markdownAddress(address)
  return (
    <div className={styles[place]}>
      <span className={styles.copy} data-needs-script="">
        <CopyButton label="Copy page" text={() => load(file + choiceQuery())} />
      </span>
      <a className={styles.view} href={file + query}>
        View as Markdown
      </a>
    </div>
  )
}

async function load(address: string): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`)
  return response.text()
}
