// @ts-check

/**
 * A block of code, below the path of its file. Code without a path is a command or what it prints.
 *
 * @param {import("mdast").Code} code
 * @returns {import("mdast").BlockContent[]}
 */
export function codeWithName({ lang, meta, value }) {
  const [, path] = /(?:^|\s)filename="([^"]*)"/.exec(meta ?? "") ?? []
  /** @type {import("mdast").Code} */
  const block = { type: "code", lang, value }
  return path ? [paragraph({ type: "inlineCode", value: path }, text(":")), block] : [block]
}

/**
 * The text of a heading without its id: `[#the-id]`.
 *
 * @param {import("mdast").PhrasingContent[]} children
 * @returns {import("mdast").PhrasingContent[]}
 */
export const withoutId = (children) =>
  children.map((child, index) =>
    child.type === "text" && index === children.length - 1
      ? { ...child, value: child.value.replace(/\s*\[#[\w-]+\]\s*$/, "") }
      : child,
  )

/**
 * @param {string} value
 * @returns {import("mdast").Text}
 */
export const text = (value) => ({ type: "text", value })

/**
 * @param {...import("mdast").PhrasingContent} children
 * @returns {import("mdast").Paragraph}
 */
export const paragraph = (...children) => ({ type: "paragraph", children })

/**
 * @param {string} url
 * @param {...import("mdast").PhrasingContent} children
 * @returns {import("mdast").Link}
 */
export const link = (url, ...children) => ({ type: "link", url, children })

/**
 * @param {import("mdast").ListItem[]} children
 * @returns {import("mdast").List}
 */
export const bulletList = (children) => ({
  type: "list",
  ordered: false,
  spread: false,
  children,
})

/**
 * @param {...import("mdast").BlockContent} children
 * @returns {import("mdast").ListItem}
 */
export const listItem = (...children) => ({ type: "listItem", spread: false, children })
