"use client"

import { useId, useRef, useState, type ReactNode } from "react"
import { PasskeyItem } from "./passkey-item"
import type { PasskeyDetails } from "./passkeys-answer"
import { useYourPasskeys, type PasskeyHooks } from "./use-your-passkeys"

type Props = PasskeyHooks & {
  passkeys: PasskeyDetails[]
  /** A way to add a passkey. */
  children?: ReactNode
}

/** The passkeys of whoever is signed in, to rename and to remove. */
export function YourPasskeys({ passkeys, children, ...hooks }: Props) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const list = useYourPasskeys(passkeys, hooks)
  const [hasRemoved, setRemoved] = useState(false)

  async function remove(id: string) {
    if (!(await list.remove(id))) return false
    setRemoved(true)
    // What had the focus is gone.
    heading.current?.focus()
    return true
  }

  async function endOtherSessions() {
    if (!(await list.endOtherSessions())) return
    setRemoved(false)
    heading.current?.focus()
  }

  return (
    <section aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        Your passkeys
      </h2>
      {list.passkeys.length > 0 ? (
        <ul>
          {list.passkeys.map((passkey) => (
            <PasskeyItem
              key={passkey.id}
              passkey={passkey}
              rename={(name) => list.rename(passkey.id, name)}
              remove={() => remove(passkey.id)}
            />
          ))}
        </ul>
      ) : (
        <p>Your account has no passkeys yet.</p>
      )}
      <p role="status">{list.status}</p>
      {list.problem && <p role="alert">{list.problem}</p>}
      {hasRemoved && (
        <p>
          Browsers that signed in with it stay signed in.{" "}
          <button onClick={endOtherSessions}>
            End all other sessions
          </button>
        </p>
      )}
      {children}
    </section>
  )
}
