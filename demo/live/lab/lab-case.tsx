import { useRef, useState, type ComponentType } from "react"
import buttonStyles from "../../../components/button.module.css"
import noticeStyles from "../../../components/notice.module.css"
import textStyles from "../../../components/text.module.css"
import type { CaseName } from "./case-names"
import { notePrediction } from "./lab-store"
import type { Observation } from "./observation"
import { outcomes, type Outcome } from "./outcomes"
import styles from "./lab.module.css"

type State =
  | { step: "waiting" | "unpredicted" | "trying" }
  | { step: "failed"; message: string }
  | { step: "tried"; predicted: Outcome; outcome: Outcome; observation: Observation }

/**
 * A case of the break-it lab: the reader predicts, presses, and sees what happened. What tries it is
 * loaded when the reader reaches for it.
 *
 * @param title What is false, in a few words.
 */
export function LabCase({ name, title }: { name: CaseName; title: string }) {
  const choices = useRef<HTMLFieldSetElement>(null)
  const [state, setState] = useState<State>({ step: "waiting" })
  const [Result, setResult] = useState<ComponentType<{ observation: Observation }>>()

  const attempt = async () => {
    if (state.step === "trying") return
    // What was chosen before this script came, too.
    const chosen = choices.current?.querySelector<HTMLInputElement>("input:checked")
    if (!chosen) {
      setState({ step: "unpredicted" })
      return choices.current?.querySelector("input")?.focus()
    }
    const predicted = chosen.value as Outcome
    setState({ step: "trying" })
    try {
      const { attemptCase, LabResult } = await loadAttempt()
      const attempted = await attemptCase(name)
      if (attempted.message !== undefined)
        return setState({ step: "failed", message: attempted.message })
      notePrediction(name, attempted.outcome === predicted)
      setResult(() => LabResult)
      setState({ step: "tried", predicted, ...attempted })
      document.getElementById(`${name}-explained`)?.setAttribute("open", "")
    } catch {
      const message = "The lab couldn't be loaded. Check your connection and try again."
      setState({ step: "failed", message })
    }
  }
  const preload = () => void loadAttempt().catch(() => {})

  return (
    <div
      className={styles.case}
      data-embedded=""
      data-needs-script=""
      data-case={name}
      onPointerEnter={preload}
      onFocus={preload}
    >
      <fieldset ref={choices} className={styles.choices}>
        <legend>
          <span className={textStyles.visuallyHidden}>{title}: </span>What will happen?
        </legend>
        {Object.entries(outcomes).map(([outcome, text]) => (
          <label key={outcome}>
            <input type="radio" name={`lab-${name}`} value={outcome} />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
      <button
        className={buttonStyles.secondary}
        aria-disabled={state.step === "trying"}
        onClick={() => void attempt()}
      >
        {state.step === "tried" ? "Break it again" : "Break it"}
      </button>
      <p role="status" className={styles.status} data-right={isRight(state)}>
        {statusOf(state)}
      </p>
      {state.step === "failed" && <p className={noticeStyles.problem}>{state.message}</p>}
      {state.step === "tried" && Result && <Result observation={state.observation} />}
    </div>
  )
}

const loadAttempt = () => import("./attempt-case")

const isRight = (state: State) =>
  state.step === "tried" ? state.predicted === state.outcome : undefined

function statusOf(state: State): string {
  if (state.step === "unpredicted") return "Predict first: choose one of the four."
  if (state.step === "trying") return "Breaking it…"
  if (state.step === "failed") return "That couldn't be tried."
  if (state.step !== "tried") return ""
  return `${isRight(state) ? "You were right." : "Not this time."} ${outcomes[state.outcome]}`
}
