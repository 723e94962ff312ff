// @ts-check
import { randomBytes, randomUUID } from "node:crypto"
import { createServer } from "node:http"
import { createClient } from "@libsql/client"
import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from "simplewebauthn-server-14"

// What the site is measured against: sign-ins with passkeys as somebody would write them by hand who
// uses neither Next.js, Auth.js nor Prisma. The same checks, the same tables, the same driver.

const origin = process.env.AUTH_URL ?? ""
const rpID = new URL(origin).hostname
const database = createClient({ url: process.env.DATABASE_URL ?? "" })
const month = 30 * 24 * 3_600_000

/**
 * Challenges that wait for their answer, by the value of the cookie.
 *
 * @type {Map<string, string>}
 */
const challenges = new Map()

/** @type {import("node:http").RequestListener} */
async function answer(req, res) {
  try {
    if (req.method === "GET" && req.url === "/options") await sendOptions(res)
    else if (req.method === "POST" && req.url === "/verify") await verify(req, res)
    else send(res, 404, { error: "Nothing is at this address." })
  } catch (error) {
    send(res, 400, { error: error instanceof Error ? error.message : "It failed." })
  }
}

/** @param {import("node:http").ServerResponse} res */
async function sendOptions(res) {
  const options = await generateAuthenticationOptions({ rpID, userVerification: "required" })
  const id = randomBytes(16).toString("base64url")
  challenges.set(id, options.challenge)
  setTimeout(() => challenges.delete(id), 300_000).unref()
  send(res, 200, { options }, `challenge=${id}; Path=/; HttpOnly; SameSite=Lax; Max-Age=300`)
}

/**
 * @param {import("node:http").IncomingMessage} req
 * @param {import("node:http").ServerResponse} res
 */
async function verify(req, res) {
  const cookie = /(?:^|; )challenge=([\w-]+)/.exec(req.headers.cookie ?? "")?.[1] ?? ""
  const challenge = challenges.get(cookie)
  challenges.delete(cookie)
  if (!challenge) throw new Error("There is no challenge.")
  const response = JSON.parse(await read(req))
  const { rows } = await database.execute({
    sql: `SELECT a."userId", a."credentialPublicKey", a."counter", u."email"
          FROM "Authenticator" a JOIN "User" u ON u."id" = a."userId" WHERE a."credentialID" = ?`,
    args: [Buffer.from(response.id, "base64url").toString("base64")],
  })
  const [row] = rows
  if (!row) throw new Error("The passkey is not known.")
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    credential: {
      id: response.id,
      publicKey: new Uint8Array(Buffer.from(String(row.credentialPublicKey), "base64")),
      counter: Number(row.counter),
    },
  })
  if (!verified) throw new Error("The signature is not valid.")
  if (authenticationInfo.newCounter !== row.counter)
    await database.execute({
      sql: `UPDATE "Authenticator" SET "counter" = ? WHERE "credentialID" = ?`,
      args: [
        authenticationInfo.newCounter,
        Buffer.from(response.id, "base64url").toString("base64"),
      ],
    })
  const token = randomUUID()
  const now = new Date()
  const expires = new Date(now.getTime() + month)
  await database.execute({
    sql: `INSERT INTO "Session" ("sessionToken", "userId", "expires", "createdAt", "updatedAt") VALUES (?, ?, ?, ?, ?)`,
    args: [token, row.userId ?? "", expires.toISOString(), now.toISOString(), now.toISOString()],
  })
  const attributes = `Path=/; HttpOnly; SameSite=Lax; Expires=${expires.toUTCString()}`
  send(res, 200, { email: row.email }, `session=${token}; ${attributes}`)
}

/** @param {import("node:http").IncomingMessage} req */
async function read(req) {
  let text = ""
  for await (const chunk of req) {
    text += chunk
    if (text.length > 65_536) throw new Error("The body is too large.")
  }
  return text
}

/**
 * @param {import("node:http").ServerResponse} res
 * @param {number} status
 * @param {unknown} body
 * @param {string} [cookie]
 */
function send(res, status, body, cookie) {
  if (cookie) res.setHeader("Set-Cookie", cookie)
  res.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" })
  res.end(JSON.stringify(body))
}

createServer(answer).listen(Number(process.env.PORT), "127.0.0.1")
// The bench was killed.
process.on("disconnect", () => process.exit(1))
