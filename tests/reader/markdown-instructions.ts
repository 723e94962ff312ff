import type { Nodes, Parent } from "mdast"
import { toString } from "mdast-util-to-string"
import remarkGfm from "remark-gfm"
import remarkParse from "remark-parse"
import { unified } from "unified"
import type { Instruction } from "./instructions"

const parser = unified().use(remarkParse).use(remarkGfm)

/** Makes an instruction of the code below a sentence, whose own code is `paths`. */
const sentences: [RegExp, (text: string, paths: string[]) => Instruction][] = [
  [/^Run:$/, (text) => ({ kind: "command", text, background: false })],
  [/^Run, and leave it running:$/, (text) => ({ kind: "command", text, background: true })],
  [
    /^Save as \S+:$|^Save as \S+, or as \S+ if you have that file:$/,
    (text, [path = "", ifTaken]) => ({ kind: "file", path, ifTaken, text }),
  ],
  [/^Add at the end of \S+:$/, (text, [path = ""]) => ({ kind: "append", path, text })],
  [/^Change \S+:$/, (diff, [path = ""]) => ({ kind: "edit", path, diff })],
  [/^Output:$/, (text) => ({ kind: "expect", text })],
]

/**
 * Reads what a page tells its reader to do from its Markdown, as a coding assistant reads it: by the
 * sentence above each block of code. Other code is explained. The list of files is left out: in Markdown,
 * it's a list like any other.
 */
export function markdownInstructions(markdown: string): Instruction[] {
  const instructions: Instruction[] = []
  const read = (node: Nodes, index: number, parent: Parent | undefined) => {
    if ("children" in node) node.children.forEach((child, i) => read(child, i, node))
    if (node.type !== "code") return
    const above = parent?.children[index - 1]
    if (above?.type !== "paragraph") return
    const sentence = toString(above)
    const [, make] = sentences.find(([wanted]) => wanted.test(sentence)) ?? []
    const paths = above.children.flatMap((child) =>
      child.type === "inlineCode" ? [child.value] : [],
    )
    if (make) instructions.push(make(node.value, paths))
  }
  read(parser.parse(markdown), 0, undefined)
  return instructions
}
