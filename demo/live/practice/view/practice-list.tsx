import { useId, useSyncExternalStore } from "react"
import buttonStyles from "../../../../components/button.module.css"
import textStyles from "../../../../components/text.module.css"
import { nameOf } from "../../panel/made-up-name"
import { describePasskey } from "./describe-passkey"
import { passkeys } from "../passkeys"
import styles from "./practice.module.css"

/** The practice passkeys in this browser. */
export function PracticeList() {
  const { passkeys: list, lasting } = useSyncExternalStore(passkeys.subscribe, passkeys.listed)
  const heading = useId()
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        Practice passkeys in this browser
      </h3>
      {!lasting && (
        <p className={styles.what}>
          This browser doesn't let the page store anything, so they'll be lost when you leave.
        </p>
      )}
      {list.length === 0 && <p className={styles.what}>None yet.</p>}
      <ul className={styles.list}>
        {list.map((passkey) => (
          <li key={passkey.id}>
            <span>
              <span className={styles.name}>{nameOf(passkey.userName)}</span>
              <span className={styles.what}>{describePasskey(passkey)}</span>
            </span>
            <button className={buttonStyles.small} onClick={() => void passkeys.delete(passkey.id)}>
              Delete
              {/* In its text: the focus must not go on to the next one, see keepFocus. */}
              <span className={textStyles.visuallyHidden}>
                {" "}
                the passkey of {nameOf(passkey.userName)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {list.length > 0 && (
        <p className={styles.what}>
          Deleting one is like losing a device: the server still has its public key.
        </p>
      )}
    </section>
  )
}
