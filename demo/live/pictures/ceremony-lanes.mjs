// @ts-check

/**
 * Who takes part in a ceremony. The browser isn't a lane of its own: it runs the page.
 *
 * @type {import("../../../components/picture/lanes").Lane[]}
 */
export const ceremonyLanes = [
  { id: "authenticator", title: "Authenticator", place: "The user's device" },
  { id: "page", title: "Page", place: "The user's device" },
  { id: "authjs", title: "Auth.js", place: "Your server" },
  { id: "database", title: "Database", place: "Your server" },
]

/**
 * @typedef {"authenticator" | "page" | "authjs" | "database"} Party
 * @typedef {import("../recording/ceremony").ExplainedKind} Kind
 * @typedef {import("../recording/ceremony").RecordedStep["what"]} StepId
 * @typedef {import("../../../components/picture/lanes").LaneStep & { id: StepId }} Step
 */

/**
 * @param {Party} from
 * @param {Party} to
 * @param {string} label
 * @param {string} explanation A heading of /what-happens.
 */
const message = (from, to, label, explanation) => ({
  from,
  to,
  label,
  href: `/what-happens#${explanation}`,
})

/**
 * The messages of both ceremonies, with the provider `Passkey` and database sessions. Its steps are
 * those that `recording/` measures. From `lib/actions/webauthn-options.js`,
 * `lib/actions/callback/index.js` and `lib/utils/webauthn-utils.js` of `@auth/core`.
 *
 * @type {Record<Kind, Step[]>}
 */
export const ceremonySteps = {
  registration: [
    {
      id: "options",
      title: "Request options",
      messages: [
        message("page", "authjs", "Request options", "the-page-asks-for-options"),
        message("authjs", "database", "Is the address taken?", "the-page-asks-for-options"),
        message("authjs", "page", "Options and challenge", "authjs-answers-with-a-challenge"),
      ],
    },
    {
      id: "authenticator",
      title: "Create a key pair",
      messages: [
        message(
          "page",
          "authenticator",
          "Create a credential",
          "the-authenticator-makes-a-key-pair",
        ),
        message(
          "authenticator",
          "page",
          "Its id and public key",
          "the-authenticator-makes-a-key-pair",
        ),
      ],
    },
    {
      id: "verification",
      title: "Verify and store",
      messages: [
        message("page", "authjs", "Post the response", "the-page-posts-the-answer"),
        message("authjs", "database", "Write the rows", "authjs-verifies-and-stores"),
        message("authjs", "page", "Session cookie", "authjs-verifies-and-stores"),
      ],
    },
    {
      id: "session",
      title: "Get the session",
      messages: [
        message("page", "authjs", "Request the session", "you-are-signed-in"),
        message("authjs", "database", "Read the session", "you-are-signed-in"),
        message("authjs", "page", "Who is signed in", "you-are-signed-in"),
      ],
    },
  ],
  authentication: [
    {
      id: "options",
      title: "Request a challenge",
      messages: [
        message("page", "authjs", "Request a challenge", "the-page-asks-for-a-challenge"),
        message("authjs", "page", "Challenge", "the-page-asks-for-a-challenge"),
      ],
    },
    {
      id: "authenticator",
      title: "Sign the challenge",
      messages: [
        message("page", "authenticator", "Sign the challenge", "the-authenticator-signs"),
        message("authenticator", "page", "Id and signature", "the-authenticator-signs"),
      ],
    },
    {
      id: "verification",
      title: "Verify the signature",
      messages: [
        message("page", "authjs", "Post the response", "authjs-verifies-the-signature"),
        message("authjs", "database", "Find the public key", "authjs-verifies-the-signature"),
        message("authjs", "database", "Write a session", "authjs-verifies-the-signature"),
        message("authjs", "page", "Session cookie", "authjs-verifies-the-signature"),
      ],
    },
    {
      id: "session",
      title: "Get the session",
      messages: [
        message("page", "authjs", "Request the session", "you-are-signed-in-again"),
        message("authjs", "database", "Read the session", "you-are-signed-in-again"),
        message("authjs", "page", "Who is signed in", "you-are-signed-in-again"),
      ],
    },
  ],
}
