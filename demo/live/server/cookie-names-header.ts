import type { NextRequest } from "next/server"

const ofCeremonies = /^(?:__(?:Secure|Host)-)?(?:authjs\.[\w.-]+|step-up)$/

/**
 * Tells the panel of the cookies of Auth.js and of step-up, which no script can see, in two headers: the names of those
 * that came (`X-Demo-Cookie`), and the names and attributes of those that are set or cleared
 * (`X-Demo-Set-Cookie`, a JSON array of `Set-Cookie` headers). Never a value.
 */
export function addCookieNamesHeaders(request: NextRequest, answer: Response): Response {
  const came = request.cookies
    .getAll()
    .map(({ name }) => name)
    .filter((name) => ofCeremonies.test(name))
  const set = answer.headers.getSetCookie().flatMap((header) => {
    const [, name = "", value, attributes = ""] = /^([^=;]+)=([^;]*)(.*)$/s.exec(header) ?? []
    return ofCeremonies.test(name) ? [`${name}=${value ? "(hidden)" : ""}${attributes}`] : []
  })
  if (came.length > 0) answer.headers.set("X-Demo-Cookie", came.join(", "))
  if (set.length > 0) answer.headers.set("X-Demo-Set-Cookie", JSON.stringify(set))
  return answer
}
