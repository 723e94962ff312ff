import { PracticeBadge } from "../practice/view/practice-badge"
import styles from "./panel-view.module.css"
import type { Demo } from "./use-demo"

/** Who is signed in, and how many passkeys they have. */
export function SignedInAs({ signedInAs, account, practice }: Demo) {
  const passkeys = account?.passkeys
  return (
    <p className={styles.who}>
      Signed in as <strong>{signedInAs}</strong> {practice.hasSession && <PracticeBadge />}
      {passkeys !== undefined && (
        <span className={styles.count}>
          {passkeys} {passkeys === 1 ? "passkey" : "passkeys"}
        </span>
      )}
    </p>
  )
}
