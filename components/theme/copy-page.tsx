import { markdownAddress } from "./markdown-address"
import { usePage } from "./page"

/**
 * The page as Markdown, in the reader's choices, for an assistant or a note: to copy (copy-code.ts), or
 * to view. The link follows the choices (follow-markdown-links.ts), and works without script, for the defaults.
 *
 * @param place On wide screens, it's beside the text; on others, at its end.
 */
export function CopyPage({ place }: { place: "beside" | "foot" }) {
  const file = markdownAddress(usePage().address)
  return (
    <div className="copy-page" data-place={place}>
      <button aria-label="Copy page" data-copy-code="" />
      <a href={file}>View as Markdown</a>
    </div>
  )
}
