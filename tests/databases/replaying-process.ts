/**
 * A server of its own that receives one request many times: `tsx replaying-process.ts <app>`, with the
 * request as a message. It answers with the number of sessions that came out.
 */
import { loadStarter } from "../../demo/live/server/load-starter"
import { handlersWith } from "./apps"
import { sendCopy, type CapturedRequest } from "./user-agent"

const copies = 10
const [app] = process.argv.slice(2)
const { handlers, prisma } = await loadStarter()
const apps: Record<string, () => typeof handlers> = {
  core: () => handlersWith([], prisma),
  "single-use-challenges": () => handlersWith(["single-use-challenges"], prisma),
  "all extras": () => handlers,
}
const attacked = apps[app ?? ""]!()

process.on("message", async (request: CapturedRequest) => {
  const sending = Array.from({ length: copies }, () => sendCopy(attacked, request))
  const sessions = (await Promise.all(sending)).filter(({ hasSession }) => hasSession)
  process.send?.(sessions.length, () => process.exit())
})
// Connected, so that the processes begin at the same moment.
await prisma.user.count()
process.send?.("ready")
