import type { Ceremony, RecordedExchange } from "../recording/ceremony"
import { cookieAttributes } from "./cookie-attributes"
import styles from "./dialog.module.css"

/** The challenge's cookie: in the same answer as the options. */
export function CookieView({
  exchange,
  kind,
}: {
  exchange: RecordedExchange
  kind: Ceremony["kind"]
}) {
  const cookie = exchange.answer?.setCookies.find((header) => header.includes("challenge=")) ?? ""
  return (
    <>
      <p>
        In the same response, Auth.js sets a cookie with the challenge
        {kind === "registration" && " and the account to be created"}, encrypted with{" "}
        <code>AUTH_SECRET</code>. The server doesn't store anything: the browser sends the cookie
        along with the authenticator's response, and Auth.js compares the two challenges.
      </p>
      <pre className={styles.code}>Set-Cookie: {cookie}</pre>
      <p>
        Scripts can't see an <code>HttpOnly</code> cookie. This site’s server shows its name and
        attributes, but not its value.
      </p>
      <dl className={styles.attributes}>
        {cookieAttributes(cookie).map(({ attribute, does }) => (
          <div key={attribute}>
            <dt>
              <code>{attribute}</code>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
