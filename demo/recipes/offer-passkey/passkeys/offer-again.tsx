"use client"

import { useEffect, useState } from "react"
import { answerFor, forgetAnswer } from "./offer-answers"

/**
 * For the settings: takes back "Don't ask again". It shows nothing if
 * nobody said so on this device.
 */
export function OfferAgain({ account }: { account: string }) {
  const [declined, setDeclined] = useState(false)
  const [takenBack, setTakenBack] = useState(false)
  useEffect(() => {
    void answerFor(account).then((answer) =>
      setDeclined(answer === "declined"),
    )
  }, [account])

  async function takeBack() {
    await forgetAnswer(account)
    setDeclined(false)
    setTakenBack(true)
  }

  return (
    <>
      {declined && (
        <button onClick={takeBack}>
          Offer me a passkey on this device again
        </button>
      )}
      <p role="status">
        {takenBack &&
          "You'll be asked after your next sign-in without a passkey."}
      </p>
    </>
  )
}
