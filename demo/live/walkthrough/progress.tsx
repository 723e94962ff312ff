import textStyles from "../../../components/text.module.css"
import type { ExplainedKind, RecordedStep } from "../recording/ceremony"
import { useCeremonies } from "../recording/use-ceremonies"
import { firstButtons } from "../panel/first-buttons"
import { ownStep } from "./own-step"
import styles from "./walkthrough.module.css"

const ceremonies: { kind: ExplainedKind; heading: string; button: string; steps: StepLink[] }[] = [
  {
    kind: "registration",
    heading: "Registration",
    button: firstButtons.register,
    steps: [
      { what: "options", words: "Request options", href: "#the-page-asks-for-options" },
      {
        what: "authenticator",
        words: "Create a key pair",
        href: "#the-authenticator-makes-a-key-pair",
      },
      { what: "verification", words: "Verify and store", href: "#authjs-verifies-and-stores" },
      { what: "session", words: "Get the session", href: "#you-are-signed-in" },
    ],
  },
  {
    kind: "authentication",
    heading: "Authentication",
    button: firstButtons.signIn,
    steps: [
      { what: "options", words: "Request a challenge", href: "#the-page-asks-for-a-challenge" },
      { what: "authenticator", words: "Sign the challenge", href: "#the-authenticator-signs" },
      {
        what: "verification",
        words: "Verify the signature",
        href: "#authjs-verifies-the-signature",
      },
      { what: "session", words: "Get the session", href: "#you-are-signed-in-again" },
    ],
  },
]

type StepLink = { what: RecordedStep["what"]; words: string; href: string }

/** The steps of both ceremonies, ticked once the reader has done them in this tab. */
export function Progress() {
  const own = useCeremonies()
  return (
    <div className={styles.progress} data-embedded="">
      {ceremonies.map(({ kind, heading, button, steps }) => (
        <section key={kind} aria-label={`Your ${heading.toLowerCase()}`}>
          <p className={styles.progressHeading}>{heading}</p>
          <ol>
            {steps.map(({ what, words, href }) => {
              const isDone = ownStep(own, kind, what) !== undefined
              return (
                <li key={what} data-done={isDone || undefined}>
                  <a href={href}>{words}</a>
                  <span className={textStyles.visuallyHidden}>
                    {isDone ? ", done" : ", not done yet"}
                  </span>
                </li>
              )
            })}
          </ol>
          <p className={textStyles.note}>
            Press <strong>{button}</strong> in the <a href="#live-demo">live demo</a>.
          </p>
        </section>
      ))}
    </div>
  )
}
