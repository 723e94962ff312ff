import { useId, useMemo } from "react"
import { decodeAnything } from "../webauthn/decode-anything"
import { DecodeError } from "../webauthn/decode-error"
import { decodedJson } from "../webauthn/field-json"
import buttonStyles from "../../../components/button.module.css"
import { CopyButton } from "../../../components/copy-button"
import noticeStyles from "../../../components/notice.module.css"
import { FieldSection } from "../inspector/field-section"
import inspector from "../inspector/inspector.module.css"
import { fragmentOf } from "../inspector/shared-text"
import styles from "./dialog.module.css"

/** A text of WebAuthn, every field explained; to be copied, or sent as a link to the inspector. */
export function DecodedView({ text }: { text: string }) {
  const id = useId()
  const decoded = useMemo(() => decodeOrRefuse(text), [text])
  if (decoded instanceof DecodeError)
    return (
      <p className={noticeStyles.problem}>
        <strong>This can't be decoded.</strong> {decoded.reason}
      </p>
    )
  return (
    <section className={`${inspector.inspector} ${styles.decoded}`} aria-labelledby={id}>
      <h4 id={id} className={styles.subtitle}>
        Decoded
      </h4>
      <div className={buttonStyles.row}>
        <CopyButton
          label="Copy as JSON"
          text={() => JSON.stringify(decodedJson(decoded), null, 2)}
        />
        <CopyButton
          label="Copy link"
          text={() => new URL(`/inspect${fragmentOf(text)}`, location.href).href}
        />
        <a className={styles.link} href={`/inspect${fragmentOf(text)}`} target="_blank">
          Open in the inspector
        </a>
      </div>
      {decoded.sections.map((section, index) => (
        <FieldSection key={`${index} ${section.name}`} section={section} heading="h5" />
      ))}
    </section>
  )
}

function decodeOrRefuse(text: string) {
  try {
    return decodeAnything(text)
  } catch (error) {
    if (error instanceof DecodeError) return error
    throw error
  }
}
