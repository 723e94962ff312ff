import type { KeyboardEvent } from "react"
import type { OpenFile } from "./use-files"
import styles from "./doctor.module.css"

type Props = { files: OpenFile[]; openId: number; onOpen: (id: number) => void }

export const tabId = (id: number) => `doctor-tab-${id}`
export const panelId = (id: number) => `doctor-panel-${id}`

/** The files as tabs, with the keys of the ARIA Authoring Practices Guide. */
export function FileTabs({ files, openId, onOpen }: Props) {
  const move = (event: KeyboardEvent) => {
    const at = files.findIndex(({ id }) => id === openId)
    const last = files.length - 1
    const targets: Record<string, number> = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }
    const target = files[targets[event.key] ?? -1]
    if (!target) return
    event.preventDefault()
    onOpen(target.id)
    document.getElementById(tabId(target.id))?.focus()
  }
  return (
    <div role="tablist" aria-label="Files" className={styles.tabs} onKeyDown={move}>
      {files.map(({ id, path, hasText }) => (
        <button
          key={id}
          id={tabId(id)}
          type="button"
          role="tab"
          aria-selected={id === openId}
          aria-controls={panelId(id)}
          tabIndex={id === openId ? 0 : -1}
          className={styles.tab}
          onClick={() => onOpen(id)}
        >
          {path || "unnamed"}
          {hasText && <span className={styles.mark} role="img" aria-label="has text" />}
        </button>
      ))}
    </div>
  )
}
