import { StaticText } from "../../../components/theme/static-text"
import type { ExplainedKind, RecordedStep } from "../recording/ceremony"
import { useCeremonies } from "../recording/use-ceremonies"
import { ExcerptText } from "./excerpt-text"
import { Explanation } from "./explanation"
import { ownStep, type OwnStep } from "./own-step"
import { decodableText, isDecodable, partText, type Part } from "./part-text"
import { RecordedExcerpt } from "./recorded-excerpt"
import styles from "./walkthrough.module.css"

type Props = {
  ceremony: ExplainedKind
  step: RecordedStep["what"]
  part: Part
  /** What it is, for whoever cannot see that it belongs to the paragraph. */
  label: string
}

/**
 * A part of a ceremony, for the prose to point at: the reader's own once they have done it, and a
 * recorded one until then. The page's HTML has the recorded one, and its script doesn't.
 */
export function CeremonyExcerpt({ ceremony, step, part, label }: Props) {
  const own = ownStep(useCeremonies(), ceremony, step)
  const recorded = { ceremony, step, part }
  return (
    <figure className={styles.seen} data-embedded="" data-own={own && true}>
      <figcaption className={styles.caption}>
        <span>{label}</span> <Source own={own} />
      </figcaption>
      {own ? (
        <ExcerptText part={part} label={label} text={partText(own.step, part)} />
      ) : (
        <StaticText index={`${ceremony}-${step}-${part}`}>
          {typeof window === "undefined" ? (
            <RecordedExcerpt {...recorded} label={label} />
          ) : undefined}
        </StaticText>
      )}
      {isDecodable(step, part) && (
        <Explanation read={async () => textOf(own, recorded)} key={own?.ceremony.id} />
      )}
    </figure>
  )
}

async function textOf(
  own: OwnStep | undefined,
  { ceremony, step, part }: Omit<Props, "label">,
): Promise<string> {
  if (own) return decodableText(own.step, part)
  const { recordedStep } = await import("./recorded-ceremonies")
  return decodableText(recordedStep(ceremony, step), part)
}

/** Whose it is, and when it was. */
function Source({ own }: { own: OwnStep | undefined }) {
  if (!own) return <span className={styles.source}>recorded example</span>
  const { ceremony, step } = own
  const time = new Date(ceremony.startedAt).toLocaleTimeString()
  const took = step.duration === undefined ? "" : `, ${Math.round(step.duration)} ms`
  return (
    <span className={styles.source}>
      <strong>yours</strong>
      {ceremony.practice && ", practice"}, {time}
      {took}
    </span>
  )
}
