import buttonStyles from "../../../components/button.module.css"
import { CopyButton } from "../../../components/copy-button"
import textStyles from "../../../components/text.module.css"
import type { Ceremony } from "../recording/ceremony"
import type { Check } from "../checks/check"
import styles from "./dialog.module.css"
import { Verdict } from "./verdict"

const words = { passed: "passed", failed: "failed", unknown: "can't be checked here" }

/** What the server checks, and how that went, as far as this browser can tell. */
export function ChecksView({ ceremony, checks }: { ceremony: Ceremony; checks: Check[] }) {
  return (
    <>
      <h3 className={styles.title}>What the server checks</h3>
      <p>
        Your browser repeated these checks on what it recorded, in the order of the specification.
        The server's verdict is what counts:
      </p>
      <Verdict ceremony={ceremony} />
      <ul className={styles.checks}>
        {checks.map((check) => (
          <CheckItem key={check.name} {...check} />
        ))}
      </ul>
      <p className={buttonStyles.row}>
        <CopyButton label="Copy as JSON" text={() => JSON.stringify(checks, null, 2)} />
      </p>
    </>
  )
}

function CheckItem({ name, about, specification, outcome, expected, got, note }: Check) {
  return (
    <li data-outcome={outcome}>
      <p className={styles.checkName}>
        <strong>{name}</strong> <span className={styles.outcome}>{words[outcome]}</span>
        <a href={specification.href}>{specification.text}</a>
      </p>
      <p>{about}</p>
      {expected !== undefined && expected !== got && (
        <p className={styles.value}>
          <span>expected</span> <code>{expected}</code>
        </p>
      )}
      {got !== undefined && (
        <p className={styles.value}>
          <span>{expected === got ? "as expected" : "got"}</span> <code>{got}</code>
        </p>
      )}
      {note && <p className={textStyles.muted}>{note}</p>}
    </li>
  )
}
