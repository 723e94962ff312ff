import { followChosen } from "../choices"
import { choiceQuery } from "./markdown-address"

/**
 * Keeps the links to the page as Markdown at the reader's choices.
 *
 * @returns A function that stops it.
 */
export const followMarkdownLinks = (): (() => void) =>
  followChosen(() => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>(".copy-page a"))
      link.setAttribute("href", link.pathname + choiceQuery())
  })
