"use client"

import { useState } from "react"

/**
 * Makes new recovery codes for whoever is signed in, and shows them.
 */
export function NewRecoveryCodes() {
  const [codes, setCodes] = useState<string[]>([])
  const [message, setMessage] = useState("")

  async function create() {
    setMessage("")
    const response = await fetch("/api/recovery-codes", {
      method: "POST",
    }).catch(() => undefined)
    if (!response?.ok) {
      setMessage("No codes were made. Please try again later.")
      return
    }
    setCodes((await response.json()).codes)
    setMessage(
      "Write these codes down, or print them. Each works once. They aren't shown again, and older codes no longer work.",
    )
  }

  return (
    <section>
      <h2>Recovery codes</h2>
      <p>Sign in with one if you lose your passkeys.</p>
      <button onClick={create}>Create new recovery codes</button>
      <p role="status">{message}</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
