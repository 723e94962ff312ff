import { showDuration } from "../../../components/show-duration"
import { demoActions, rowsInWords } from "./demo-actions"
import styles from "./panel-view.module.css"
import type { Demo } from "./use-demo"

/** What the last action has done, and how long its parts took. */
export function WhatHappened({ happened, signedInAs }: Demo) {
  if (!happened) return null
  // Somebody may have signed in or out in another tab since.
  const endsSignedOut = happened.action === "signOut" || happened.action === "erase"
  if (endsSignedOut !== (signedInAs === undefined)) return null
  const { done, ceremony } = demoActions[happened.action]
  if (!ceremony) return <p className={styles.happened}>{done}</p>
  return (
    <div className={styles.happened}>
      <p>{done}</p>
      <ol>
        <li>
          Auth.js created options and a challenge. <Took milliseconds={happened.took?.options} />
        </li>
        <li>
          {ceremony.authenticated} <Took milliseconds={happened.took?.authenticator} />
        </li>
        <li>
          {ceremony.verified} {rowsInWords(ceremony.writes)}.{" "}
          <Took milliseconds={happened.took?.verification} />
        </li>
      </ol>
    </div>
  )
}

function Took({ milliseconds }: { milliseconds: number | undefined }) {
  if (milliseconds === undefined) return null
  return <span className={styles.took}>{showDuration(milliseconds)}</span>
}
