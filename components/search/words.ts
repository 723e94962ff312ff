/** A run of letters and digits, with what joins them in `e-mail`, `auth.ts`, `AUTH_URL` and `9.0.1`. */
export const joinedWord = /[\p{L}\p{N}]+(?:[-._'’]+[\p{L}\p{N}]+)*/gu

/** A version stays together. Other words end at a hyphen or a dot. */
const version = /^\d+(\.\d+)+$/

const partsOf = (joined: string) =>
  joined.split("-").flatMap((part) => (version.test(part) ? [part] : part.split(".")))

/**
 * Makes equal what readers use interchangeably: case, apostrophes, underscores, and singular and plural.
 */
function normalize(word: string): string {
  const plain = word.toLowerCase().replace(/[_'’]/g, "")
  return plain.length > 3 && /[^sui]s$/.test(plain) ? plain.slice(0, -1) : plain
}

/** The words of a text, in order: `auth`, `ts` and `enablewebauthn` for "auth.ts: enableWebAuthn". */
export const wordsOf = (text: string): string[] =>
  (text.match(joinedWord) ?? []).flatMap(wordsOfJoined)

const wordsOfJoined = remembering((joined) => partsOf(joined).map(normalize).filter(Boolean))

/** Between the parts of `enableWebAuthn`, `RPId` and `AUTH_URL`. */
const innerBoundary = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|_+/u

/**
 * What a joined word is found by: `enableWebAuthn` also by `webauthn` and `authn`, and `e-mail` also
 * by `email`. The search finds words by how they begin, so a part needs no entry of its own.
 */
export const entriesOf = remembering((joined) => {
  const parts = partsOf(joined)
  const endings = parts.flatMap((part) => {
    const inner = part.split(innerBoundary)
    return inner.map((_, index) => inner.slice(index).join(""))
  })
  const whole = parts.length > 1 ? [parts.join("")] : []
  return [...new Set([...endings, ...whole].map(normalize).filter(Boolean))]
})

/** The guide uses few words often. This makes the index in a third of the time. */
function remembering(make: (joined: string) => string[]) {
  const known = new Map<string, string[]>()
  return (joined: string): string[] => {
    let made = known.get(joined)
    if (!made) known.set(joined, (made = make(joined)))
    return made
  }
}

/** Words that say little, so they count little. */
export const commonWords: ReadonlySet<string> = new Set(
  "a an and are as at be but by can could do does for from get has have how i if in into is it me my not of on or our should so that the their them then there they this to us use was we were what when where which who why will with would you your"
    .split(" ")
    .map(normalize),
)
