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
  if (ceremony.kind === "confirmation")
    return (
      <>
        <p>
          The page sends the authenticator's response in the request that it confirms. The server
          checks that the challenge is for this request, this account and this browser, that it
          hasn't expired, and that it wasn't used before. Then it verifies the response with the
          stored public key, and does what the request says.
        </p>
        <Verdict ceremony={ceremony} />
        <RawExchange exchange={exchange} open />
      </>
    )
  const fields = [...new URLSearchParams(exchange.request.body)]
  return (
    <>
      <p>
        The page posts the authenticator's response. The browser also sends the cookie with the
        challenge. Auth.js verifies the response
        {ceremony.kind === "registration"
          ? " and stores the public key. If nobody was signed in, it sets the session cookie."
          : " with the stored public key and sets the session cookie."}
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
                "The authenticator's response, as JSON. The previous step shows it decoded."
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
