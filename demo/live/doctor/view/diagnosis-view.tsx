import { useEffect, useRef } from "react"
import type { Diagnosis, Finding, Place } from "../finding"
import styles from "./doctor.module.css"

export type DiagnosisViewProps = {
  diagnosis: Diagnosis
  /** Shows a line of a file that is open. */
  onShow: (file: string, line: number) => void
}

/** What the doctor found. The focus moves to its heading, which says how much it is. */
export function DiagnosisView({ diagnosis, onShow }: DiagnosisViewProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [diagnosis])
  const { findings, unread, read } = diagnosis
  const canShow = ({ file }: Place) => read.includes(file)
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {headingOf(diagnosis)}
      </h2>
      {unread.map((problem) => (
        <div key={`${problem.file} ${problem.line}`} className={styles.problem}>
          <p>
            <strong>Not examined:</strong> <Where place={problem} {...{ canShow, onShow }} />
          </p>
          <p>
            <WithCode text={problem.message} />
          </p>
        </div>
      ))}
      <ol className={styles.findings}>
        {findings.map((finding, index) => (
          <li key={index} className={styles.finding}>
            <h3>{finding.title}</h3>
            <p>
              <Where place={finding} {...{ canShow, onShow }} />
            </p>
            <p>
              <WithCode text={finding.reason} />
            </p>
            <p>
              <strong>Fix:</strong> <WithCode text={finding.fix} />
            </p>
            <ErrorLink finding={finding} />
          </li>
        ))}
      </ol>
    </>
  )
}

function headingOf({ findings, unread, read }: Diagnosis): string {
  if (read.length === 0 && findings.length === 0) return "There is nothing to examine yet"
  if (findings.length === 0)
    return unread.length > 0 ? "Nothing found in the files that could be examined" : "Nothing found"
  return findings.length === 1 ? "1 finding" : `${findings.length} findings`
}

/** What stands between backticks is code, also in what Prisma says. */
const WithCode = ({ text }: { text: string }) =>
  text.split("`").map((part, index) => (index % 2 ? <code key={index}>{part}</code> : part))

type WhereProps = {
  place: Place
  canShow: (place: Place) => boolean
  onShow: DiagnosisViewProps["onShow"]
}

function Where({ place, canShow, onShow }: WhereProps) {
  const { file, line } = place
  if (!canShow(place)) return <code>{file}</code>
  return (
    <button type="button" className={styles.where} onClick={() => onShow(file, line)}>
      {file}, line {line}
    </button>
  )
}

const ErrorLink = ({ finding: { error } }: { finding: Finding }) =>
  error ? (
    <p>
      <a href={error}>
        About the error <code>{error.replace("/errors/", "")}</code>
      </a>
    </p>
  ) : null
