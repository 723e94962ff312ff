import type { Exchange, Prompt, Step } from "../observation/ceremony"

/** What of a step is shown. */
export type Part = "request" | "answer" | "options" | "response"

/**
 * A part of a step as text: an HTTP message without what says nothing here, or JSON.
 *
 * @throws {Error} When the step has no such part: a page asks for the wrong one.
 */
export function partText(step: Step, part: Part): string {
  if (step.what === "authenticator") {
    if (part === "options") return pretty(step.options)
    if (part === "response") return pretty(step.response)
  } else {
    if (part === "request") return requestText(step)
    if (part === "answer") return answerText(step)
  }
  throw new Error(`The step ${step.what} has no ${part}.`)
}

/** What the decoders read of a part, if it is something of WebAuthn's. */
export function decodableText(step: Step, part: Part): string | undefined {
  if (step.what === "authenticator") return pretty(promptPart(step, part))
  return step.what === "options" && part === "answer" ? step.answer?.body : undefined
}

const promptPart = ({ options, response }: Prompt, part: Part) =>
  part === "options" ? (options as { publicKey: unknown }).publicKey : response

const pretty = (value: unknown) => JSON.stringify(value, null, 2)

function requestText({ request: { method, url, headers, body, cookies } }: Exchange): string {
  const lines = [`${method} ${url}`]
  const named = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const sent = (cookies ?? []).map((name) => `${name}=(hidden)`).join("; ")
  lines.push(...named, ...(sent ? [`cookie: ${sent}`] : []))
  if (body) lines.push("", ...[...new URLSearchParams(body)].map(fieldText))
  return lines.join("\n")
}

/** A field of the form, as it reads before it is encoded. */
const fieldText = ([name, value]: [string, string]) =>
  `${name}=${value.startsWith("{") ? pretty(JSON.parse(value)) : value}`

function answerText({ answer }: Exchange): string {
  if (!answer) return ""
  const { status, setCookies, body } = answer
  const cookies = setCookies.map((cookie) => `set-cookie: ${cookie}`)
  const text = body.startsWith("{") ? pretty(JSON.parse(body)) : body
  return [String(status), ...cookies, "", text].join("\n")
}
