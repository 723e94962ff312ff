const explanations: Record<string, (value: string) => string> = {
  httponly: () => "Scripts in the page can't read it.",
  secure: () => "It's only sent over https.",
  path: (value) => `It's sent with requests for ${value} and everything below it.`,
  samesite: (value) =>
    value === "Lax"
      ? "Other sites can't make the browser send it, except by linking to this site."
      : "Whether the browser sends it with requests that other sites make.",
  "max-age": (value) =>
    value === "0" ? "The browser deletes it." : `The browser deletes it after ${value} seconds.`,
  expires: () => "When the browser deletes it.",
}

/** The attributes of a `Set-Cookie` header, each with what it does. RFC 6265bis §4.1.2. */
export function cookieAttributes(header: string) {
  return header
    .split(";")
    .slice(1)
    .map((attribute) => {
      const [name = "", value = ""] = attribute.trim().split("=")
      return { attribute: attribute.trim(), does: explanations[name.toLowerCase()]?.(value) ?? "" }
    })
}
