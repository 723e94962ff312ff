import { memo, useEffect, useRef } from "react"
import type { ByteRange } from "../webauthn/field"
import { hexOfByte } from "../webauthn/hex"
import styles from "./inspector.module.css"

const columns = 16
/** More than any authenticator sends. */
const maxRows = 1_024

type Props = {
  bytes: Uint8Array
  colours: Int8Array
  lit: ByteRange | undefined
  /** Offsets of wrong bytes; one after the last where bytes are missing. */
  wrong: number[]
  onPoint: (offset: number) => void
}

/** Bytes in hex, coloured by field. For the eye: the list says the same in words. */
export function ByteGrid({ bytes, colours, lit, wrong, onPoint }: Props) {
  const grid = useRef<HTMLDivElement>(null)
  const first = lit?.[0]
  useEffect(() => {
    const line = grid.current?.children[Math.floor((first ?? 0) / columns)]
    if (!grid.current || !(line instanceof HTMLElement)) return
    const { scrollTop, clientHeight } = grid.current
    const top = line.offsetTop - grid.current.offsetTop
    if (top < scrollTop || top + line.offsetHeight > scrollTop + clientHeight)
      grid.current.scrollTop = top - clientHeight / 3
  }, [first])

  const point = (event: React.SyntheticEvent) => {
    const { offset } = (event.target as HTMLElement).dataset
    if (offset) onPoint(Number(offset))
  }
  const missing = wrong.includes(bytes.length)
  const cells = bytes.length + (missing ? 1 : 0)
  const lines = Math.min(Math.ceil(cells / columns), maxRows)
  return (
    <div ref={grid} className={styles.grid} aria-hidden onPointerMove={point}>
      {Array.from({ length: lines }, (_, line) => {
        const start = line * columns
        const end = Math.min(start + columns, bytes.length)
        return (
          <Line
            key={line}
            start={start}
            hex={Array.from(bytes.subarray(start, end), hexOfByte).join(" ")}
            colours={colours.subarray(start, end).join(" ")}
            litFrom={Math.max(lit?.[0] ?? 0, start)}
            litTo={Math.min(lit?.[1] ?? 0, end)}
            wrong={wrong.filter((offset) => offset >= start && offset < start + columns).join(" ")}
            missing={missing && line === lines - 1}
          />
        )
      })}
    </div>
  )
}

type LineProps = {
  start: number
  hex: string
  colours: string
  litFrom: number
  litTo: number
  wrong: string
  missing: boolean
}

/** Sixteen bytes. Its properties are plain values, so that only lines that change are drawn. */
const Line = memo(function Line({
  start,
  hex,
  colours,
  litFrom,
  litTo,
  wrong,
  missing,
}: LineProps) {
  const colourOf = colours.split(" ")
  const wrongOffsets = new Set(wrong.split(" "))
  return (
    <div className={styles.line}>
      <span className={styles.offset}>{start}</span>
      {(hex ? hex.split(" ") : []).map((byte, index) => {
        const offset = start + index
        const colour = colourOf[index]
        return (
          <span
            key={offset}
            data-offset={offset}
            data-colour={colour === "-1" ? undefined : colour}
            data-lit={(offset >= litFrom && offset < litTo) || undefined}
            data-wrong={wrongOffsets.has(String(offset)) || undefined}
          >
            {byte}
          </span>
        )
      })}
      {missing && <span data-wrong="true">??</span>}
    </div>
  )
})
