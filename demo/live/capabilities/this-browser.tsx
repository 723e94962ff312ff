/** What this browser can do. */
export function ThisBrowser() {
  return <p>This browser.</p>
}
