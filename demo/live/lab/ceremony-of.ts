import type { Ceremony } from "../recording/ceremony"

/** What `demo/live/checks` looks at: options, and the response to them. */
export const ceremonyOf = (
  kind: "registration" | "authentication",
  options: object,
  response: unknown,
): Ceremony => ({
  id: "",
  kind,
  startedAt: 0,
  outcome: { state: "succeeded" },
  steps: [
    {
      what: "authenticator",
      call: kind === "registration" ? "create" : "get",
      start: 0,
      options: { publicKey: options },
      response,
    },
  ],
})
