import { wordsOf } from "./words"

/**
 * What the guide calls something, and what readers call it. Of all that is in `components/`, only this is
 * about passkeys. After a change, `tests/guide/search-quality.spec.ts` says what it does to all searches.
 */
const synonyms: [ofGuide: string, ofReaders: string[]][] = [
  ["sign in", ["log in", "login", "logon", "signin"]],
  ["sign out", ["log out", "logout", "signout"]],
  ["signOut", ["logout"]],
  ["sign up", ["signup", "register"]],
  ["creates an account", ["sign up", "signup"]],
  ["e-mail", ["email", "mail"]],
  ["remove", ["delete", "revoke"]],
  ["delete", ["remove"]],
  [
    "what a passkey is",
    ["passwordless", "without password", "log in without password", "login without password"],
  ],
  ["user verification", ["biometric", "face id", "fingerprint", "touch id", "windows hello"]],
  ["platform authenticator", ["face id", "touch id", "windows hello"]],
  [
    "roaming authenticator",
    ["hardware key", "hardware token", "security key", "usb key", "yubikey"],
  ],
  ["security key", ["hardware key", "hardware token", "usb key", "yubikey"]],
  ["step-up authentication", ["2fa", "mfa", "multi-factor", "second factor", "two-factor"]],
  ["discoverable credential", ["resident credential", "resident key", "usernameless"]],
  ["signature counter", ["clone", "cloned authenticator"]],
  ["a link by e-mail", ["magic link"]],
  ["rate limit", ["brute force", "rate limiter", "throttle", "throttling"]],
  ["a tunnel with https", ["cloudflared", "ngrok", "test on my phone", "test on a phone"]],
  ["secure context", ["https localhost", "localhost https", "mkcert"]],
  ["several processes", ["cluster", "load balancer", "several instances", "two instances"]],
  ["native apps", ["flutter", "mobile app", "react native", "webview"]],
  [
    "lost passkeys",
    ["forgot password", "lost device", "lost phone", "password reset", "reset password"],
  ],
  ["end sessions", ["log out everywhere", "revoke sessions", "sign out everywhere"]],
  ["people", ["users"]],
  ["experimental", ["production ready", "stable"]],
  ["autofill", ["conditional mediation"]],
]

const rules = synonyms.flatMap(([ofGuide, ofReaders]) =>
  ofReaders.map((phrase) => ({ from: wordsOf(phrase), to: wordsOf(ofGuide) })),
)

const readersWords: ReadonlySet<string> = new Set(rules.flatMap(({ from }) => from))

/** Whether a word is of a phrase that readers use. If the guide doesn't have it, it's no typo. */
export const isReadersWord = (word: string) => readersWords.has(word)

/** A longer query is a message, or a line of a log. */
const mostWords = 8

/** With the reader's own. Each is a search. */
const mostQueries = 6

const synonymFactor = 0.35

export type Query = {
  /** Words, as `wordsOf` returns them. Several that stand for the reader's are one term: `sign out`. */
  terms: string[]
  /** The terms that stand for the reader's. Only a text that has them says the same. */
  synonyms: string[]
  /** How much a match counts. The reader's own words come first. */
  factor: number
}

/**
 * The query as it is, and the same in the guide's words: "login with passkey" → "sign in with passkey". If
 * the guide has no other name for anything in it, there is only the first.
 *
 * @param words The words of the query, as `wordsOf` returns them.
 */
export function queriesFor(words: string[]): Query[] {
  const queries: Query[] = [{ terms: words, synonyms: [], factor: 1 }]
  if (words.length > mostWords) return queries
  for (const { from, to } of rules)
    for (const { terms, synonyms } of [...queries]) {
      const at = positionOf(from, terms)
      if (at < 0) continue
      const synonym = to.join(" ")
      const others = terms.toSpliced(at, from.length, synonym)
      // More words find more, which doesn't make them better.
      const factor = (synonymFactor * words.length) / others.join(" ").split(" ").length
      queries.push({ terms: others, synonyms: [...synonyms, synonym], factor })
    }
  return queries.slice(0, mostQueries)
}

const positionOf = (phrase: string[], terms: string[]) =>
  terms.findIndex((_, at) => phrase.every((word, index) => terms[at + index] === word))
