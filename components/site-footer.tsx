/** What stands at the end of every page. */
export function SiteFooter() {
  return (
    <footer className="site-footer">
      <p>
        An independent guide, not part of Auth.js. Demo accounts hold a made-up name and public
        keys, nothing else.
      </p>
    </footer>
  )
}
