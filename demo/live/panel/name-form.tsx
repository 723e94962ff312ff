import buttonStyles from "../../../components/button.module.css"
import { firstButtons } from "./first-buttons"
import styles from "./live-demo.module.css"

type Props = {
  /** The name, where the panel keeps it. */
  name?: string
  placeholder?: string
  /** Whether the name is the one that was refused. */
  isTaken?: boolean
  onName: (name: string) => void
  onSubmit: () => void
  /** Whether something goes on, and the button starts nothing. */
  isWaiting: boolean
  /** Whether the button was pressed, and what it does has not begun. */
  isHeld?: boolean
}

/** A made-up name and the button that creates a passkey for it. */
export function NameForm({
  name,
  placeholder,
  isTaken,
  onName,
  onSubmit,
  isWaiting,
  isHeld,
}: Props) {
  return (
    <form
      className={styles.form}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <label className={styles.field}>
        <span>A made-up name for your account</span>
        <input
          className={styles.name}
          value={name}
          placeholder={placeholder}
          onChange={(event) => onName(event.target.value)}
          required={name !== undefined}
          pattern="[a-z0-9](?:[a-z0-9\-]{0,30}[a-z0-9])?"
          title="Up to 32 lowercase letters (a to z), digits and hyphens, with no hyphen at the start or end"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={isTaken || undefined}
          aria-describedby={isTaken ? "live-demo-problem" : undefined}
        />
      </label>
      <button className={buttonStyles.primary} aria-disabled={isWaiting} aria-busy={isHeld}>
        {firstButtons.register}
      </button>
    </form>
  )
}
