import { useDeferredValue, useEffect, useState, type ComponentType } from "react"
import type { InspectionProps } from "./inspection"
import buttonStyles from "../../../components/button.module.css"
import textStyles from "../../../components/text.module.css"
import styles from "./inspector.module.css"
import { textOfFragment } from "./shared-text"

/** Decodes what the reader pastes. The decoders are loaded when there is something to decode. */
export function Inspector() {
  const [text, setText] = useState("")
  const [Inspection, setInspection] = useState<ComponentType<InspectionProps>>()
  const [failed, setFailed] = useState(false)
  const deferredText = useDeferredValue(text)

  const load = () => {
    import("./inspection")
      .then((loaded) => {
        setInspection(() => loaded.Inspection)
        setFailed(false)
      })
      .catch(() => setFailed(true))
  }
  useEffect(() => {
    const readLink = () => {
      const shared = textOfFragment(location.hash)
      if (shared === undefined) return
      setText(shared)
      load()
    }
    readLink()
    window.addEventListener("hashchange", readLink)
    return () => window.removeEventListener("hashchange", readLink)
  }, [])

  const showExample = async () => {
    load()
    setText((await import("./example")).example)
  }
  return (
    <section aria-label="Inspector" className={styles.inspector} data-embedded="">
      <label className={styles.label} htmlFor="inspector-text">
        A response, options, an attestation object, authenticator data or a key
      </label>
      <textarea
        id="inspector-text"
        className={styles.text}
        rows={6}
        value={text}
        placeholder='{"id":"…","response":{…}} or o2NmbXRkbm9uZ…'
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
        onFocus={load}
        onChange={(event) => {
          setText(event.target.value)
          load()
        }}
      />
      <div className={buttonStyles.row}>
        <button className={buttonStyles.compact} onClick={() => void showExample()}>
          Show an example
        </button>
        <button className={buttonStyles.compact} onClick={() => setText("")} disabled={!text}>
          Clear
        </button>
        <span className={textStyles.muted}>Nothing that you paste leaves your browser.</span>
      </div>
      {failed && (
        <p role="alert" className={styles.problem}>
          <strong>The decoders couldn't be loaded.</strong> Check your connection, then paste again.
        </p>
      )}
      {Inspection && <Inspection text={deferredText} />}
      <noscript>
        <p className={styles.problem}>Decoding needs JavaScript.</p>
      </noscript>
    </section>
  )
}
