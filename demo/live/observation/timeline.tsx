/** What each ceremony really did. */
export function Timeline() {
  return <p>No ceremony yet.</p>
}
