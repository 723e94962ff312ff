/**
 * Why nobody is asked again: they don't want to be, or the device has a
 * passkey for the account.
 */
type Answer = "declined" | "has-passkey"

/**
 * What was answered for this account in this browser, if anything. The
 * answer stays here: another device is another question.
 */
export async function answerFor(
  account: string,
): Promise<Answer | undefined> {
  const key = await keyOf(account)
  try {
    const answer = localStorage.getItem(key)
    if (answer === "declined" || answer === "has-passkey") return answer
  } catch {
    // The browser keeps nothing for this site. Ask again.
  }
  return undefined
}

export async function rememberAnswer(
  account: string,
  answer: Answer,
): Promise<void> {
  const key = await keyOf(account)
  try {
    localStorage.setItem(key, answer)
  } catch {
    // As above.
  }
}

export async function forgetAnswer(account: string): Promise<void> {
  const key = await keyOf(account)
  try {
    localStorage.removeItem(key)
  } catch {
    // As above.
  }
}

/**
 * A hash, so that a computer that people share doesn't list their
 * addresses.
 */
async function keyOf(account: string): Promise<string> {
  const bytes = new TextEncoder().encode(account)
  const hash = await crypto.subtle.digest("SHA-256", bytes)
  const hex = Array.from(new Uint8Array(hash), (byte) =>
    byte.toString(16).padStart(2, "0"),
  )
  return `passkey-offer-${hex.join("")}`
}
