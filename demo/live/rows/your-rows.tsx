/** The reader's own rows. */
export function YourRows() {
  return <p>Your rows.</p>
}
