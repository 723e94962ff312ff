import type { Field } from "../webauthn/field"
import { hexOfByte } from "../webauthn/hex"
import styles from "./inspector.module.css"

type Props = { id: string; field: Field; bytes: Uint8Array | undefined }

/** What a field means, where it is and which section of the specification says so. */
export function FieldDetail({ id, field, bytes }: Props) {
  const { name, value, explanation, specification, range, note, problem } = field
  return (
    <div id={id} className={styles.detail} role="group" aria-label="Explanation" tabIndex={0}>
      <p className={styles.detailName}>
        <code>{name}</code>
        {range && <span className={styles.count}>{place(range[0], range[1])}</span>}
        {specification && (
          <a className={styles.reference} href={specification.href}>
            {specification.text}
          </a>
        )}
      </p>
      {explanation && <p>{explanation}</p>}
      {value && !value.includes("\n") && <p className={styles.value}>{value}</p>}
      {field.absent && <p>Left out.</p>}
      {field.default && <p>Default: {field.default}.</p>}
      {note && <p className={styles.note}>{note}</p>}
      {problem && (
        <p className={styles.wrong}>
          {problem.in === "bytes" ? "Byte" : "Character"} {problem.offset}: {problem.reason}
        </p>
      )}
      {range && bytes && <p className={styles.hex}>{hexOf(bytes.subarray(range[0], range[1]))}</p>}
    </div>
  )
}

const place = (start: number, end: number) =>
  end - start === 1 ? `byte ${start}` : end === start ? "no bytes" : `bytes ${start} to ${end - 1}`

const maxBytes = 48

function hexOf(bytes: Uint8Array): string {
  const text = Array.from(bytes.subarray(0, maxBytes), hexOfByte).join(" ")
  return bytes.length > maxBytes ? `${text} … ${bytes.length - maxBytes} more` : text
}
