// @ts-check

/** Two sites of one company, another company's, and one that pretends to be the first. */
export const hosts = [
  "example.com",
  "login.example.com",
  "app.example.com",
  "eu.app.example.com",
  "example.org",
  "example.com.phishing.test",
]

/** Two RP IDs to choose between. */
export const rpIds = ["example.com", "app.example.com"]

/**
 * Whether a page may use passkeys with an RP ID: if that is its own host, or a domain above it. An RP ID
 * also has to be registrable (not `com`, say), as both of `rpIds` are. WebAuthn L3 §5.1.3 step 8 and
 * §5.1.4 step 7; HTML, "is a registrable domain suffix of or is equal to".
 *
 * @param {string} host
 * @param {string} rpId
 */
export const mayUse = (host, rpId) => host === rpId || host.endsWith(`.${rpId}`)

/** The picture in Markdown. */
export const rpIdAsText = () =>
  [
    `| page on | ${rpIds.map((rpId) => `RP ID \`${rpId}\``).join(" | ")} |`,
    `|---|${rpIds.map(() => "---|").join("")}`,
    ...hosts.map(
      (host) =>
        `| \`https://${host}\` | ${rpIds.map((rpId) => (mayUse(host, rpId) ? "yes" : "no")).join(" | ")} |`,
    ),
  ].join("\n")
