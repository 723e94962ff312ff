/** The text of a file: see `next.config.mjs`. Vitest knows it by itself. */
declare module "*?raw" {
  const text: string
  export default text
}
