const explanations: Record<string, (value: string) => string> = {
  httponly: () => "No script of the page can read it.",
  secure: () => "It is sent over https only.",
  path: (value) => `It is sent with requests below ${value}.`,
  samesite: (value) =>
    value === "Lax"
      ? "Other sites cannot make the browser send it, but for plain links to this one."
      : "When the browser sends it with requests that other sites cause.",
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
