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
  const cookie =
    exchange.answer?.setCookies.find((header) => /(challenge|step-up)=/.test(header)) ?? ""
  return (
    <>
      {kind === "confirmation" ? <Binding /> : <Storing kind={kind} />}
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

const Storing = ({ kind }: { kind: Ceremony["kind"] }) => (
  <p>
    In the same response, Auth.js sets a cookie with the challenge
    {kind === "registration" && " and the account to be created"}, encrypted with{" "}
    <code>AUTH_SECRET</code>. The server doesn't store anything: the browser sends the cookie along
    with the authenticator's response, and Auth.js compares the two challenges.
  </p>
)

const Binding = () => (
  <p>
    In the same response, the server sets a cookie with a random value. The challenge contains a
    code that the server computed with <code>AUTH_SECRET</code> from that value, the account and
    what is to be confirmed. In another browser, the same signature is of no use.
  </p>
)
