import type { RecordedExchange } from "./ceremony"
import { maskSecrets } from "./mask-secrets"
import type { Recording } from "./recording"

/** The headers of an answer that say something about a ceremony. */
const telling = ["content-type", "cache-control", "retry-after"]

/**
 * Notes a request of a ceremony.
 *
 * @returns Notes its answer, or the error in place of one. Reads a copy: the page's own is untouched.
 */
export function observeExchange(
  recording: Recording,
  what: RecordedExchange["what"],
  url: URL,
  ...[input, init]: Parameters<typeof fetch>
): (result: unknown) => Promise<void> {
  const asked = input instanceof Request ? input : new Request(url, init)
  const { body } = init ?? {}
  const text = body instanceof URLSearchParams ? String(body) : body
  const request: RecordedExchange["request"] = {
    method: asked.method,
    url: url.pathname + url.search,
    headers: Object.fromEntries(asked.headers),
    ...(typeof text === "string" && { body: maskSecrets(text) }),
  }
  const end = recording.begin({ what, request })
  return async (result) => {
    if (!(result instanceof Response)) {
      const { name, message } = result instanceof Error ? result : new Error(String(result))
      return end({ error: { name, message } }, `${name}: ${message}`)
    }
    const { status, headers } = result
    const answer = await result.clone().text()
    const cookies = headers.get("X-Demo-Cookie")?.split(", ")
    end(
      {
        request: { ...request, ...(cookies && { cookies }) },
        answer: {
          status,
          headers: Object.fromEntries([...headers].filter(([name]) => telling.includes(name))),
          body: maskSecrets(answer),
          setCookies: JSON.parse(headers.get("X-Demo-Set-Cookie") ?? "[]"),
        },
      },
      failureOf(what, result, answer),
    )
  }
}

/** Why an answer ends a ceremony: a status, Auth.js's error in the address, no session. */
function failureOf(what: RecordedExchange["what"], { ok, status }: Response, text: string) {
  let body: { url?: string; error?: string } | null = {}
  try {
    body = JSON.parse(text)
  } catch {
    // A proxy's answer, say.
  }
  if (!ok) return body?.error ?? `HTTP ${status}`
  if (what === "session") return body && Object.keys(body).length > 0 ? undefined : "no session"
  if (what === "options" || !body?.url) return undefined
  return new URL(body.url, location.href).searchParams.get("error") ?? undefined
}
