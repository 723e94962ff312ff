import type { RecordedExchange, RecordedPrompt, RecordedStep } from "../recording/ceremony"
import { answerText, requestText } from "../timeline/exchange-text"

/** What of a step is shown. */
export type Part = "request" | "answer" | "options" | "response"

/**
 * A part of a step as text: an HTTP message with its body laid out for reading, or JSON.
 *
 * @throws {Error} When the step has no such part: a page asks for the wrong one.
 */
export function partText(step: RecordedStep, part: Part): string {
  if (step.what === "authenticator") {
    if (part === "options") return pretty(step.options)
    if (part === "response") return pretty(step.response)
  } else {
    if (part === "request") return readableRequest(step)
    if (part === "answer" && step.answer)
      return answerText({ ...step.answer, body: readable(step.answer.body) })
  }
  throw new Error(`The step ${step.what} has no ${part}.`)
}

/** Whether the decoders know a part: whether it is something of WebAuthn's. */
export const isDecodable = (step: RecordedStep["what"], part: Part): boolean =>
  step === "authenticator" || (step === "options" && part === "answer")

/**
 * What the decoders read of a part.
 *
 * @throws {Error} When they don't know it: see `isDecodable`.
 */
export function decodableText(step: RecordedStep, part: Part): string {
  if (step.what === "authenticator") return pretty(promptPart(step, part))
  if (step.what === "options" && part === "answer" && step.answer) return step.answer.body
  throw new Error(`The ${part} of the step ${step.what} has nothing to decode.`)
}

const promptPart = ({ options, response }: RecordedPrompt, part: Part) =>
  part === "options" ? (options as { publicKey: unknown }).publicKey : response

/** The fields of the form stand on a line each, as they read before they are encoded. */
function readableRequest({ request }: RecordedExchange): string {
  if (!request.body) return requestText(request)
  const fields = [...new URLSearchParams(request.body)]
  return requestText({
    ...request,
    body: fields.map(([name, value]) => `${name}=${readable(value)}`).join("\n"),
  })
}

const pretty = (value: unknown) => JSON.stringify(value, null, 2)

const readable = (text: string) => (text.startsWith("{") ? pretty(JSON.parse(text)) : text)
