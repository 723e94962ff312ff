/** Why something cannot be decoded, and where. The only error that the decoders throw. */
export class DecodeError extends Error {
  override readonly name = "DecodeError"

  /**
   * @param offset The byte that is wrong, or the first one that is missing; in a text, the character.
   * @param reason What is wrong with it, as a sentence.
   */
  constructor(
    readonly offset: number,
    readonly reason: string,
  ) {
    super(`${reason} (at ${offset})`)
  }
}
