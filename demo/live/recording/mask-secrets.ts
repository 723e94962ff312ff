/** What stands for a value that nobody should see. */
const hidden = "(hidden)"

/** A body with its tokens and secrets masked, JSON or a form's fields. Ceremonies should have none. */
export const maskSecrets = (body: string): string =>
  body
    .replace(/("[^"]*(?:token|secret)[^"]*"\s*:\s*)"(?:[^"\\]|\\.)*"/gi, `$1"${hidden}"`)
    .replace(/((?:^|&)[^=&]*(?:token|secret)[^=&]*=)[^&]*/gi, `$1${hidden}`)
