import { request } from "node:https"

/**
 * Asks a server on this machine for a path of another host, over TLS, whatever its certificate is.
 *
 * @returns The status, and what `curl -i` prints.
 */
export function askOverTls(
  port: number,
  host: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string; body: string }> {
  return new Promise((resolve, reject) => {
    const options = {
      host: "127.0.0.1",
      port,
      path,
      servername: host,
      headers: { Host: host, ...headers },
      rejectUnauthorized: false,
      agent: false,
    }
    request(options, async (response) => {
      const { statusCode = 0, statusMessage, rawHeaders } = response
      let body = ""
      for await (const chunk of response) body += chunk
      const lines = [`HTTP/1.1 ${statusCode} ${statusMessage}`]
      for (let i = 0; i < rawHeaders.length; i += 2)
        lines.push(`${rawHeaders[i]}: ${rawHeaders[i + 1]}`)
      resolve({ status: statusCode, text: [...lines, "", body].join("\r\n"), body })
    })
      .on("error", reject)
      .end()
  })
}
