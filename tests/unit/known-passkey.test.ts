import { expect, test, vi } from "vitest"
import { answerKnownPasskey } from "../../demo/recipes/known-passkey/passkeys/known-passkey"

const id = "-_8" + "A".repeat(19)

function ask(body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body)
  const count = vi.fn(async ({ where }: { where: { credentialID: string } }) =>
    where.credentialID === Buffer.from(id, "base64url").toString("base64") ? 1 : 0,
  )
  const request = new Request("https://app.example/api/passkeys/known", {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "Content-Length": String(text.length),
      ...headers,
    },
    body: text,
  })
  const answer = answerKnownPasskey(request, { authenticator: { count } } as never)
  return { answer, count }
}

test("a passkey that the database has is known, in the form that Auth.js stores", async () => {
  const { answer } = ask({ id })
  expect((await answer).status).toBe(204)
  expect((await answer).headers.get("Cache-Control")).toBe("no-store")
})

test("another is not", async () => {
  const response = await ask({ id: "AQID" }).answer
  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({ known: false })
})

test.each([
  ["no JSON", "{", {}, 400],
  ["no id", {}, {}, 400],
  ["an id that is no text", { id: { contains: "" } }, {}, 400],
  ["an id that is no base64url", { id: "a/b+" }, {}, 400],
  ["an id that is too long", { id: "A".repeat(1_365) }, {}, 400],
  ["nothing", "null", {}, 400],
  ["a form", { id }, { "Content-Type": "text/plain" }, 415],
  ["a page of another site", { id }, { "Sec-Fetch-Site": "cross-site" }, 403],
  ["a page of a sibling domain", { id }, { "Sec-Fetch-Site": "same-site" }, 403],
  ["too much", { id }, { "Content-Length": "2049" }, 413],
])("%s is refused without a query", async (_, body, headers, status) => {
  const { answer, count } = ask(body, headers)
  expect((await answer).status).toBe(status)
  expect(count).not.toHaveBeenCalled()
})

test("a body of unknown length is refused without a query", async () => {
  const count = vi.fn()
  const request = new Request("https://app.example/api/passkeys/known", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ id }),
  })
  const { status } = await answerKnownPasskey(request, { authenticator: { count } } as never)
  expect(status).toBe(413)
  expect(count).not.toHaveBeenCalled()
})

test("a database that fails makes no passkey unknown", async () => {
  const count = () => Promise.reject(new Error("The database is down"))
  const request = new Request("https://app.example/api/passkeys/known", {
    method: "POST",
    headers: { "Content-Type": "application/json", "Content-Length": "20" },
    body: JSON.stringify({ id }),
  })
  await expect(answerKnownPasskey(request, { authenticator: { count } } as never)).rejects.toThrow(
    "The database is down",
  )
})
