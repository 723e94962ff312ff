import { compileMdx } from "nextra/compile"
import { expect, test } from "vitest"
import { codeAsHtml } from "./code-as-html.mjs"
import { highlighting } from "./highlighting.mjs"
import { staticText } from "./static-text.mjs"
import { withoutIcons } from "./without-icons.mjs"

/** What a page returns, as Nextra makes it. */
async function compile(mdx: string) {
  const mdxOptions = {
    jsx: true,
    outputFormat: "program",
    recmaPlugins: [withoutIcons, codeAsHtml, staticText],
    rehypePrettyCodeOptions: highlighting,
  } as const
  const { result } = await compileMdx(mdx, { mdxOptions })
  return result.slice(result.indexOf("return <>"))
}

const start = (index: number) =>
  `<_components.StaticText index={${index}}>{typeof window === "undefined" || process.env.NODE_ENV !== "production" ? <>`
const end = "</> : undefined}</_components.StaticText>"

test("a page without components is one text, which only the server's script has", async () => {
  const script = await compile(
    "# Title\n\nA [link](/install).\n\n```ts\nconst a = 1\n```\n\n- An item",
  )
  expect(script).toContain(`return <>${start(0)}<_components.h1>`)
  expect(script.split("<_components.StaticText")).toHaveLength(2)
  expect(script).toContain(`</_components.ul>${end}</>;`)
})

test("a component keeps its place and its children, between two texts", async () => {
  const script = await compile("Before.\n\n<Needs capability='a'>Some **words**.</Needs>\n\nAfter.")
  expect(script).toContain(
    `{"Before."}</_components.p>{"\\n"}${end}<Needs capability="a">{"Some "}<_components.strong>`,
  )
  expect(script).toContain(`${start(1)}`)
  expect(script).not.toContain(start(2))
})

test("a component in a list, a choice or HTML stays there, and only there", async () => {
  const live = "<Needs>This</Needs>"
  const script = await compile(
    `- One\n- Two ${live}\n\n<Choice database="mysql">\n\n${live}\n\nText.\n\n</Choice>\n\n<div className="steps">\n\n${live}\n\n## Step\n\n</div>`,
  )
  expect(script).toContain(`{"Two "}<Needs>`)
  expect(script).toContain(`<Choice database="mysql"><Needs>`)
  expect(script).toContain(`<div className="steps"><Needs>`)
  expect(script).toMatch(/index=\{\d\}>\{[^{}]*\? <><_components\.p>\{"Text\."\}/)
})

test("a heading in it has its id and its text", async () => {
  const script = await compile("Text.\n\n## A `b`\n\nText.")
  expect(script).toContain("<_components.h2 id={toc[0].id}>{toc[0].value}</_components.h2>")
})

test.each([
  ["what is computed", "A paragraph with {props.something} in it."],
  ["a listener", "<button onClick={() => alert(1)}>A button</button>"],
  ["a spread", "<p {...props}>A paragraph</p>"],
])("%s stays in the browser's script", async (_what, mdx) => {
  expect(await compile(mdx)).not.toMatch(
    /StaticText[^]*(something|onClick|\.\.\.props)[^]*undefined\}/,
  )
})

test("a choice with nothing but text is a part of the text", async () => {
  const script = await compile(
    `Before.\n\n<Choice database="mysql">\n\nText.\n\n</Choice>\n\nAfter.`,
  )
  expect(script.split("<_components.StaticText")).toHaveLength(2)
})

test("a component in a table isn't possible, and the build says so", async () => {
  const table = "Text.\n\n| a |\n| - |\n| <Needs>b</Needs> |"
  await expect(compile(table)).rejects.toThrow("stand in <table>")
})
