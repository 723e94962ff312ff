/**
 * Whether Auth.js takes a text for a URL to come back to: a path, or a URL on http or https. For any
 * other it answers with an error, before it looks at where the URL leads.
 */
export function isCallbackUrl(text: string): boolean {
  const base = text.startsWith("/") ? "http://localhost" : undefined
  return URL.canParse(text, base) && /^https?:$/.test(new URL(text, base).protocol)
}
