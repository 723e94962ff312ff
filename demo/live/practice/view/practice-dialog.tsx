import { useId, useLayoutEffect, useRef, useSyncExternalStore, type ReactNode } from "react"
import buttonStyles from "../../../../components/button.module.css"
import { nameOf } from "../../panel/made-up-name"
import { describePasskey } from "./describe-passkey"
import { openQuestion, type PracticeQuestion } from "../open-prompt"
import { PracticeBadge } from "./practice-badge"
import styles from "./practice.module.css"

/** The prompt of the practice authenticator, while it has a question. */
export function PracticeDialog() {
  const question = useSyncExternalStore(openQuestion.subscribe, openQuestion.get)
  if (question?.ask === "confirm") return <Confirm {...question} />
  if (question?.ask === "choose") return <Choose {...question} />
  if (question?.ask === "tell") return <Tell {...question} />
  return null
}

function Confirm({ what, answer }: Extract<PracticeQuestion, { ask: "confirm" }>) {
  return (
    <Dialog title="Create a practice passkey?" onCancel={() => answer(false)}>
      <p>
        For <strong className={styles.name}>{nameOf(what.userName)}</strong> at{" "}
        <strong className={styles.name}>{what.rpId}</strong>.
      </p>
      <p className={styles.what}>{verification(what.userVerified)}</p>
      <div className={styles.answers}>
        <button className={buttonStyles.primary} onClick={() => answer(true)}>
          Create it
        </button>
        <button className={buttonStyles.secondary} onClick={() => answer(false)}>
          Cancel
        </button>
      </div>
    </Dialog>
  )
}

function Choose({ what, answer }: Extract<PracticeQuestion, { ask: "choose" }>) {
  const several = what.passkeys.length > 1
  return (
    <Dialog
      title={several ? "Which practice passkey?" : "Sign in with your practice passkey?"}
      onCancel={() => answer()}
    >
      <p>
        To sign in at <strong className={styles.name}>{what.rpId}</strong>.
      </p>
      <ul className={styles.choices}>
        {what.passkeys.map((passkey) => (
          <li key={passkey.id}>
            <button className={styles.choice} onClick={() => answer(passkey)}>
              <span className={styles.name}>{nameOf(passkey.userName)}</span>
              <span className={styles.what}>{describePasskey(passkey)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.what}>{verification(what.userVerified)}</p>
      <div className={styles.answers}>
        <button className={buttonStyles.secondary} onClick={() => answer()}>
          Cancel
        </button>
      </div>
    </Dialog>
  )
}

function Tell({ what, answer }: Extract<PracticeQuestion, { ask: "tell" }>) {
  const { title, text } = obstacles[what.why]
  return (
    <Dialog title={title} onCancel={() => answer()}>
      <p>{text}</p>
      <div className={styles.answers}>
        <button className={buttonStyles.secondary} onClick={() => answer()}>
          Close
        </button>
      </div>
    </Dialog>
  )
}

const verification = (verified: boolean) =>
  verified
    ? "A real device would ask for your fingerprint, your face or a PIN. This one takes your word for it."
    : "No user verification: on a security key a touch would be enough, and here a click is."

const obstacles = {
  "user-verification": {
    title: "This passkey can't verify you",
    text: "The server requires user verification, which is turned off in the practice passkey's settings. A device without a PIN or biometrics would fail here too.",
  },
  attachment: {
    title: "The server requires a security key",
    text: "The server asks for an authenticator that isn't part of this device. The practice passkey presents itself as part of it.",
  },
  "no-passkey": {
    title: "No practice passkey for this site",
    text: "This browser doesn't have a matching one. Create one first.",
  },
}

type DialogProps = { title: string; onCancel: () => void; children: ReactNode }

/** Modal. Escape cancels. Closed, it gives the focus back to where it was. */
function Dialog({ title, onCancel, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  // Before it is taken out of the page: then it can still give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    // Not a button: a second press of Enter answers nothing.
    heading.current?.focus()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onCancel()
      }}
    >
      <PracticeBadge />
      <h2 ref={heading} id={id} tabIndex={-1} className={styles.title}>
        {title}
      </h2>
      {children}
    </dialog>
  )
}
