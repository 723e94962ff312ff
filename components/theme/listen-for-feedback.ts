/**
 * Sends the feedback of a page without leaving it. What that takes is loaded when a reader votes.
 *
 * @returns A function that stops it.
 */
export function listenForFeedback(): () => void {
  const onSubmit = (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement
    if (form.dataset.feedback === undefined) return
    event.preventDefault()
    import("./send-feedback")
      .then(({ sendFeedback }) => sendFeedback(form, event.submitter))
      .catch(() => {
        const status = form.querySelector("[role=status]")
        if (status)
          status.textContent = "Your vote wasn't sent. Check your connection and try again."
      })
  }
  document.addEventListener("submit", onSubmit)
  return () => document.removeEventListener("submit", onSubmit)
}
