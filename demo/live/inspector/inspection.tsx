import { useMemo } from "react"
import { decodeAnything } from "../webauthn/decode-anything"
import type { Decoded } from "../webauthn/decoded"
import { DecodeError } from "../webauthn/decode-error"
import { problemsOf, type Field, type Problem } from "../webauthn/field"
import { decodedJson } from "../webauthn/field-json"
import { plainText } from "../webauthn/pasted-text"
import { CopyButton } from "../../../components/copy-button"
import { FieldSection } from "./field-section"
import buttonStyles from "../../../components/button.module.css"
import styles from "./inspector.module.css"
import { fragmentOf } from "./shared-text"
import { TextExcerpt } from "./text-excerpt"

export type InspectionProps = { text: string }

type Result = { decoded: Decoded } | { refused: DecodeError; text: string }

/** What a text is, decoded; or why it is nothing. */
export function Inspection({ text }: InspectionProps) {
  const result = useMemo(() => inspect(text), [text])
  return (
    <>
      <p role="status" className={styles.status}>
        {result && "decoded" in result && recognized(result.decoded)}
      </p>
      <div role="alert">
        {result && "refused" in result && (
          <div className={styles.problem}>
            <p>
              <strong>This can't be decoded.</strong> {result.refused.reason}
            </p>
            <TextExcerpt text={result.text} offset={result.refused.offset} />
          </div>
        )}
        {result && "decoded" in result && <Problems decoded={result.decoded} />}
      </div>
      {result && "decoded" in result && (
        <>
          <div className={buttonStyles.row}>
            <CopyButton
              label="Copy as JSON"
              text={() => JSON.stringify(decodedJson(result.decoded), null, 2)}
            />
            <CopyButton label="Copy link" text={() => linkTo(text)} />
          </div>
          {result.decoded.sections.map((section, index) => (
            <FieldSection key={`${index} ${section.name}`} section={section} />
          ))}
        </>
      )}
    </>
  )
}

function inspect(pasted: string): Result | undefined {
  if (!pasted.trim()) return undefined
  try {
    return { decoded: decodeAnything(pasted) }
  } catch (error) {
    if (error instanceof DecodeError) return { refused: error, text: plainText(pasted).text }
    throw error
  }
}

function recognized({ kind, form }: Decoded): string {
  const written = form && (/^(the|what|with) /.test(form) ? `, ${form}` : `, in ${form}`)
  return `Recognized: ${kind}${written ?? ""}.`
}

function Problems({ decoded: { sections, text } }: { decoded: Decoded }) {
  const problems = sections.flatMap((section) =>
    problemsOf([section]).map((problem) => ({ section, ...problem })),
  )
  if (problems.length === 0) return null
  return (
    <ul className={styles.problem}>
      {problems.map(({ section, field, problem }, index) => (
        <li key={index}>
          <strong>{where(section, field, problem)}</strong> {problem.reason}
          {problem.in === "text" && <TextExcerpt text={text} offset={problem.offset} />}
        </li>
      ))}
    </ul>
  )
}

const where = (section: Field, field: Field, problem: Problem) =>
  problem.in === "bytes"
    ? `${section.name}, byte ${problem.offset}${field === section ? "" : ` (${field.name})`}:`
    : `${field.name}, character ${problem.offset} of the text:`

/** The address of the page that decodes, which it then is: it can be bookmarked there. */
function linkTo(text: string): string {
  const link = new URL(`/inspect${fragmentOf(text)}`, location.href)
  if (location.pathname === link.pathname) history.replaceState(history.state, "", link)
  return link.href
}
