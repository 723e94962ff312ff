import { expect, test } from "vitest"
import { markdownInstructions } from "./markdown-instructions"

test("reads each kind of step by the line above it, and nothing else", () => {
  const markdown = [
    "Text.\n\n```ts\nexplained()\n```",
    "Run:\n\n```sh\nnpm install\n```",
    "Output:\n\n```text\nadded …\n```",
    "- In a list:\n\n  Save as `auth.ts`:\n\n  ```ts\n  export {}\n  ```",
    "Save as `app/page.tsx`, or as `app/settings/page.tsx` if you have that file:\n\n```tsx\nexport {}\n```",
    "Add at the end of `.env`:\n\n```sh\nA=1\n```",
    "> Change `package.json`:\n>\n> ```diff\n> +1\n> ```",
    "Run, and leave it running:\n\n```sh\nnpm run dev\n```",
    "Run this only if you like:\n\n```sh\nrm -rf /\n```",
  ].join("\n\n")
  expect(markdownInstructions(markdown)).toEqual([
    { kind: "command", text: "npm install", background: false },
    { kind: "expect", text: "added …" },
    { kind: "file", path: "auth.ts", text: "export {}" },
    { kind: "file", path: "app/page.tsx", ifTaken: "app/settings/page.tsx", text: "export {}" },
    { kind: "append", path: ".env", text: "A=1" },
    { kind: "edit", path: "package.json", diff: "+1" },
    { kind: "command", text: "npm run dev", background: true },
  ])
})
