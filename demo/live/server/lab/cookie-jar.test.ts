import { createServer, type IncomingMessage } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openCookieJar } from "./cookie-jar"

const set = [
  "authjs.session-token=new; Path=/; HttpOnly; SameSite=Lax",
  "__Host-authjs.csrf-token=c; Path=/; Secure",
]
let received: IncomingMessage["headers"]["cookie"]

const server = createServer((req, res) => {
  const isForLab = openCookieJar(req, res)
  received = req.headers.cookie
  res.setHeader("Set-Cookie", set)
  res.end(String(isForLab))
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)))
afterAll(() => void server.close())

async function ask(jar: string | undefined) {
  const { port } = server.address() as AddressInfo
  const cookies =
    "authjs.session-token=reader; lab-visitor.authjs.session-token=v; lab-stranger.authjs.challenge=s; demo.returning=r"
  const headers = { Cookie: cookies, ...(jar !== undefined && { "X-Lab-Jar": jar }) }
  const response = await fetch(`http://127.0.0.1:${port}/`, { headers })
  return { isForLab: await response.text(), set: response.headers.getSetCookie(), received }
}

test("a request of the lab has the cookies of its jar, and none of the reader's", async () => {
  expect(await ask("visitor")).toEqual({
    isForLab: "true",
    received: "authjs.session-token=v",
    set: [
      "lab-visitor.authjs.session-token=new; Path=/api; HttpOnly; SameSite=Lax",
      "lab-visitor.__Host-authjs.csrf-token=c; Path=/api; Secure",
    ],
  })
  expect((await ask("stranger")).received).toBe("authjs.challenge=s")
})

test("a read-only jar keeps its cookies", async () => {
  expect(await ask("visitor; read-only")).toEqual({
    isForLab: "true",
    received: "authjs.session-token=v",
    set: [],
  })
})

test.each([
  undefined,
  "",
  "reader",
  "visitor;read-only",
  "VISITOR",
  "__proto__",
  "visitor, stranger",
])("any other request is left alone: %s", async (jar) => {
  const answer = await ask(jar)
  expect(answer).toMatchObject({ isForLab: "false", set })
  expect(answer.received).toContain("authjs.session-token=reader")
})
