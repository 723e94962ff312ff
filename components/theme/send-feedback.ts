/** Forms that are on their way: the second half of a double click sends nothing. */
const sending = new WeakSet<HTMLFormElement>()

/**
 * Sends a vote as the form would, and says in the form what came of it. After a vote, the field for a
 * sentence is open.
 *
 * @param form Of `feedback-form.ts`.
 * @param submitter The button that was pressed, whose value is the vote.
 * @throws {Error} If the server can't be reached.
 */
export async function sendFeedback(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
): Promise<void> {
  if (sending.has(form)) return
  sending.add(form)
  try {
    const fields = new URLSearchParams()
    for (const [name, value] of new FormData(form, submitter)) fields.set(name, String(value))
    const response = await fetch(form.action, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: fields,
    })
    const { error } = (await response.json()) as { error?: string }
    if (response.ok) showVote(form, fields.get("helpful") ?? "")
    say(form, response.ok ? "Thank you. Your vote is stored." : (error ?? "Something went wrong."))
  } finally {
    sending.delete(form)
  }
}

function showVote(form: HTMLFormElement, vote: string) {
  for (const button of form.querySelectorAll<HTMLButtonElement>("fieldset button"))
    button.setAttribute("aria-pressed", String(button.value === vote))
  const more = form.querySelector("details")
  const send = more?.querySelector("button")
  if (!more || !send) return
  more.open = true
  send.value = vote
  send.hidden = false
  // "Then choose Yes or No."
  send.nextElementSibling?.remove()
}

function say(form: HTMLFormElement, text: string) {
  const status = form.querySelector("[role=status]")
  if (status) status.textContent = text
}
