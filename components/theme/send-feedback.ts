/**
 * Sends a form's fields as the form would, and asks for JSON.
 *
 * @param submitter The button that was pressed: its value is sent too.
 * @returns What's wrong, for the reader; `undefined` if it was stored.
 */
export async function sendFeedback(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
): Promise<string | undefined> {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form, submitter)) fields.set(name, String(value))
  try {
    const response = await fetch(form.action, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: fields,
    })
    if (response.ok) return undefined
    const { error } = (await response.json()) as { error?: string }
    return error ?? "Your vote wasn't stored. Try again in a moment."
  } catch {
    return "Your vote wasn't sent. Check your connection and try again."
  }
}
