"use client"

import { useRouter } from "next/navigation"
import { useRef, useState } from "react"
import type { PasskeyDetails, PasskeysAnswer } from "./passkeys-answer"

/** What you can add to what the list does. */
export type PasskeyHooks = {
  /** Called with what is left after each change. */
  onChange?: (answer: PasskeysAnswer) => void
  /**
   * Returns what a request to remove a passkey carries beside its id,
   * such as a signature, or `undefined` to give up.
   */
  confirmRemoval?: (id: string) => Promise<object | undefined>
}

/**
 * The passkeys that the page rendered, and the requests that change
 * them, with the state to show.
 */
export function useYourPasskeys(
  rendered: PasskeyDetails[],
  { onChange, confirmRemoval }: PasskeyHooks,
) {
  const router = useRouter()
  const [source, setSource] = useState(rendered)
  const [passkeys, setPasskeys] = useState(rendered)
  const [status, setStatus] = useState("")
  const [problem, setProblem] = useState("")
  const running = useRef(false)

  // The page was rendered again: after a change, or in another way.
  if (source !== rendered) {
    setSource(rendered)
    setPasskeys(rendered)
  }

  /** What was said of the last press isn't true of the next one. */
  function clear() {
    setStatus("")
    setProblem("")
  }

  /** Sends one request at a time. Returns its answer if it succeeded. */
  async function send<Answer>(
    method: "PATCH" | "DELETE",
    path: string,
    body: object,
  ): Promise<Answer | undefined> {
    if (running.current) return undefined
    running.current = true
    clear()
    try {
      const response = await fetch(path, {
        method,
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      })
      const answer = await response.json()
      if (response.ok) return answer
      setProblem(answer.error)
      // Another tab may have removed it.
      if (response.status === 404) router.refresh()
    } catch {
      setProblem("The server couldn't be reached. Try again.")
    } finally {
      running.current = false
    }
    return undefined
  }

  function show(answer: PasskeysAnswer, status: string) {
    setPasskeys(answer.passkeys)
    setStatus(status)
    onChange?.(answer)
    router.refresh()
    return true
  }

  return {
    passkeys,
    status,
    problem,

    /** Returns whether it succeeded. */
    async rename(id: string, name: string) {
      const answer = await send<PasskeysAnswer>(
        "PATCH",
        "/api/passkeys",
        { id, name },
      )
      return !!answer && show(answer, "The passkey was renamed.")
    },

    /** Returns whether it succeeded. */
    async remove(id: string) {
      clear()
      const proof = confirmRemoval ? await confirmRemoval(id) : {}
      if (!proof) return false
      const answer = await send<PasskeysAnswer>(
        "DELETE",
        "/api/passkeys",
        { id, ...proof },
      )
      return !!answer && show(answer, "The passkey was removed.")
    },

    /** Returns whether it succeeded. */
    async endOtherSessions() {
      const answer = await send<{ ended: number }>(
        "DELETE",
        "/api/passkeys/other-sessions",
        {},
      )
      if (!answer) return false
      setStatus(`Other sessions that have ended: ${answer.ended}.`)
      router.refresh()
      return true
    },
  }
}
