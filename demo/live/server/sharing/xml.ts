/** XML in which every value is escaped (XML 1.0 §2.4). */
export class Xml {
  constructor(private readonly text: string) {}
  toString = () => this.text
}

/** A tag for templates: escapes the values in it. Other XML and lists of it stay as they are. */
export function xml(parts: TemplateStringsArray, ...values: (string | Xml | Xml[])[]): Xml {
  const texts = values.map((value) => (typeof value === "string" ? escape(value) : print(value)))
  return new Xml(String.raw({ raw: parts }, ...texts))
}

const print = (value: Xml | Xml[]) => [value].flat().join("")

/** The characters that XML can't hold, even escaped, are dropped (XML 1.0 §2.2). */
const escape = (text: string) =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
