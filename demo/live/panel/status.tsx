import buttonStyles from "../../../components/button.module.css"
import noticeStyles from "../../../components/notice.module.css"
import { demoActions } from "./demo-actions"
import styles from "./live-demo.module.css"
import type { Demo } from "./use-demo"
import { useSlow } from "./use-slow"
import { WhatHappened } from "./what-happened"
import { withoutResult } from "./without-result"
import { WideButton } from "./wide-button"

/** A request that takes longer than this is slow. A person at a prompt may take their time. */
const slowMs = { request: 5_000, prompt: 20_000 }

/** What goes on, or what has happened. What takes long can be given up. */
export function Status(demo: Demo) {
  const { step, busy, status, happened } = demo
  const what = step ?? busy ?? (status === "loading" ? "session" : undefined)
  const isSlow = useSlow(what, step === "authenticator" ? slowMs.prompt : slowMs.request)
  const doing = doingNow(demo)
  const without = withoutResult(demo)
  return (
    <>
      <div role="status" className={styles.status}>
        {doing}
        {isSlow && <p>{step === "authenticator" ? stillWaiting : tooLong}</p>}
        {!doing && <WhatHappened {...demo} />}
        {!doing && without && (
          <p className={noticeStyles.neutral}>
            <strong>{without.what}</strong> {without.todo}
          </p>
        )}
      </div>
      {isSlow && (
        <button className={buttonStyles.secondary} onClick={demo.stopWaiting}>
          Stop waiting
        </button>
      )}
      {!doing && happened && demo.signedInAs !== undefined && (
        <div className={buttonStyles.row}>
          <WideButton part="rows" />
          <WideButton part="timeline" />
        </div>
      )}
    </>
  )
}

const tooLong = "This is taking longer than usual."
const stillWaiting = "Your authenticator hasn't answered yet."

/** What is going on now, in words. */
function doingNow({ step, busy, status, practice }: Demo): string | undefined {
  if (busy) return demoActions[busy].running
  if (step === "options") return "Requesting options and a challenge from Auth.js…"
  if (step === "authenticator")
    return practice.on
      ? "Your turn: respond to the practice passkey's prompt."
      : "Your turn: follow your browser's prompt."
  if (step === "verification") return "Auth.js is verifying the response from your authenticator…"
  if (status === "loading") return "Loading your session…"
  return undefined
}
