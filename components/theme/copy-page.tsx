import { followChosen } from "../choices"
import { choiceQuery, markdownAddress } from "./markdown-address"
import { usePage } from "./page"

/**
 * The page as Markdown, in the reader's choices, for an assistant or a note: to copy (copy-code.ts), or
 * to view. The link works without script, for the defaults.
 *
 * @param place On wide screens, it's beside the text; on others, at its end.
 */
export function CopyPage({ place }: { place: "beside" | "foot" }) {
  const file = markdownAddress(usePage().address)
  const follow = (link: HTMLAnchorElement) =>
    followChosen(() => {
      link.href = file + choiceQuery()
    })
  return (
    <div className="copy-page" data-place={place}>
      <button aria-label="Copy page" data-copy-code="" />
      <a ref={follow} href={file}>
        View as Markdown
      </a>
    </div>
  )
}
