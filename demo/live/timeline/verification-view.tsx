import type { Ceremony, RecordedExchange } from "../recording/ceremony"
import styles from "./dialog.module.css"
import { RawExchange } from "./raw-exchange"
import { Verdict } from "./verdict"

/** The request that ends the ceremony, and what the server made of it. */
export function VerificationView({
  exchange,
  ceremony,
}: {
  exchange: RecordedExchange
  ceremony: Ceremony
}) {
  const fields = [...new URLSearchParams(exchange.request.body)]
  return (
    <>
      <p>
        The page posts what the authenticator answered. The browser sends the cookie with the
        challenge along. Auth.js verifies the response
        {ceremony.kind === "registration"
          ? " and stores the public key. If nobody was signed in, its answer sets the cookie of the session."
          : " with the public key that it has stored, and its answer sets the cookie of the session."}
      </p>
      <Verdict ceremony={ceremony} />
      <dl className={styles.attributes}>
        {fields.map(([name, value]) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              {name === "data" ? (
                "The response of the authenticator, as JSON. The step before this one shows it decoded."
              ) : (
                <code>{value}</code>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <RawExchange exchange={exchange} open />
    </>
  )
}
