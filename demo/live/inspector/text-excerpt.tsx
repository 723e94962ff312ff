import styles from "./inspector.module.css"

/** The characters around the one that is wrong, and that one marked. */
export function TextExcerpt({ text, offset }: { text: string; offset: number }) {
  const start = Math.max(0, offset - 24)
  const end = offset + 25
  return (
    <code className={styles.excerpt}>
      {start > 0 && "…"}
      {text.slice(start, offset)}
      <mark>{text.slice(offset, offset + 1) || "(end)"}</mark>
      {text.slice(offset + 1, end)}
      {end < text.length && "…"}
    </code>
  )
}
