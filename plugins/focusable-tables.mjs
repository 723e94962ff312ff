// @ts-check

/**
 * Makes tables focusable. On a narrow screen a table scrolls sideways in itself, and without a
 * pointer only what has the focus can be scrolled (WCAG 2.2 §2.1.1).
 *
 * A rehype plugin.
 *
 * @returns {(tree: import("hast").Root) => void}
 */
export function focusableTables() {
  return (tree) => visit(tree)
}

/** @param {import("hast").Root | import("hast").RootContent} node */
function visit(node) {
  if (node.type === "element" && node.tagName === "table") node.properties.tabIndex = 0
  if ("children" in node) node.children.forEach(visit)
}
