import type { ExplainedKind, RecordedStep } from "../recording/ceremony"
import { ExcerptText } from "./excerpt-text"
import { partText, type Part } from "./part-text"
import { recordedStep } from "./recorded-ceremonies"

type Props = {
  ceremony: ExplainedKind
  step: RecordedStep["what"]
  part: Part
  label: string
}

/** The text of a recorded step. Only the server renders it. */
export const RecordedExcerpt = ({ ceremony, step, part, label }: Props) => (
  <ExcerptText part={part} label={label} text={partText(recordedStep(ceremony, step), part)} />
)
