import type { Ref } from "react"
import buttonStyles from "../../../../components/button.module.css"
import { panelId, tabId } from "./file-tabs"
import type { OpenFile } from "./use-files"
import styles from "./doctor.module.css"

type Props = {
  file: OpenFile
  isOpen: boolean
  canRemove: boolean
  areaRef: Ref<HTMLTextAreaElement>
  onInput: () => void
  onRename: (path: string) => void
  onRemove: () => void
}

/** The name and the text of a file. Its text is the browser's to keep, so that none is ever lost. */
export function FilePanel({ file, isOpen, canRemove, areaRef, ...on }: Props) {
  const { id, path } = file
  return (
    <div
      role="tabpanel"
      id={panelId(id)}
      aria-labelledby={tabId(id)}
      hidden={!isOpen}
      className={styles.panel}
    >
      <div className={styles.name}>
        <label htmlFor={`doctor-name-${id}`}>File name</label>
        <input
          id={`doctor-name-${id}`}
          value={path}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          onChange={({ target }) => on.onRename(target.value)}
        />
        <button
          type="button"
          className={buttonStyles.compact}
          disabled={!canRemove}
          onClick={on.onRemove}
        >
          Remove this file
        </button>
      </div>
      <label htmlFor={`doctor-text-${id}`} className={styles.label}>
        The whole text of {path || "the file"}
      </label>
      <textarea
        id={`doctor-text-${id}`}
        ref={areaRef}
        className={styles.text}
        rows={12}
        spellCheck={false}
        autoCapitalize="none"
        wrap="off"
        onInput={on.onInput}
      />
    </div>
  )
}
