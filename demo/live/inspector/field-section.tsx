import { useId, useMemo, useState } from "react"
import { problemsOf, type Field } from "../webauthn/field"
import { ByteGrid } from "./byte-grid"
import { FieldDetail } from "./field-detail"
import { FieldList } from "./field-list"
import { byteColours, fieldRows, rowOfByte } from "./field-rows"
import styles from "./inspector.module.css"

type Props = { section: Field; heading?: "h3" | "h5" }

/** One structure: its bytes, its fields, and what the field that is pointed at means. */
export function FieldSection({ section, heading: Heading = "h3" }: Props) {
  const id = useId()
  const rows = useMemo(() => fieldRows(section), [section])
  const { bytes } = section
  const colours = useMemo(() => byteColours(rows, bytes?.length ?? 0), [rows, bytes])
  const [chosen, setChosen] = useState<{ section: Field; row: number }>()
  const wrong = problemsOf([section]).filter(({ problem }) => problem.in === "bytes")
  const active = chosen?.section === section ? chosen.row : undefined
  const shown =
    active === undefined ? (wrong[0]?.field ?? section) : (rows[active]?.field ?? section)
  const choose = (row: number | undefined) => {
    if (row !== undefined) setChosen({ section, row })
  }
  return (
    <div
      role="group"
      className={styles.section}
      aria-labelledby={`${id}-name`}
      data-single={rows.length === 1 && !bytes ? true : undefined}
    >
      <Heading id={`${id}-name`} className={styles.name}>
        <code>{section.name}</code>
        {bytes && <span className={styles.count}>{bytes.length} bytes</span>}
      </Heading>
      <div className={styles.lens}>
        {bytes && (
          <ByteGrid
            bytes={bytes}
            colours={colours}
            lit={shown.range}
            wrong={wrong.map(({ problem }) => problem.offset)}
            onPoint={(offset) => choose(rowOfByte(rows, offset))}
          />
        )}
        <FieldDetail id={`${id}-detail`} field={shown} bytes={bytes} />
      </div>
      <FieldList
        label={`Fields of ${section.name}`}
        detailId={`${id}-detail`}
        rows={rows}
        active={active}
        onChoose={choose}
      />
    </div>
  )
}
