/**
 * What was pasted, without what stands around it: white space, the quotes of a string of JSON, or the
 * form in which a page posts its answer to Auth.js (`action=register&data=%7B…`).
 */
export function plainText(pasted: string): { text: string; form?: string } {
  const text = pasted.trim()
  if (/^[\w.~%+*-]+=[^\s{]*$/.test(text) && /(^|&)data=%7B/i.test(text)) {
    const data = new URLSearchParams(text).get("data") ?? ""
    return { text: data.trim(), form: "what the page posts to Auth.js" }
  }
  if (!text.startsWith('"')) return { text }
  return { text: unquoted(text).trim() }
}

function unquoted(text: string): string {
  try {
    const inner: unknown = JSON.parse(text)
    if (typeof inner === "string") return inner
  } catch {
    // No string of JSON. What is wrong is told of what stands between the quotes.
  }
  return text.replace(/^"|"$/g, "")
}
