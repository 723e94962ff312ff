import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { Card, cardSize } from "./card"
import type { GuidePage } from "./guide-pages"

/** Drawings that are made or being made, by the page's address: at most one a page. */
const cards = new Map<string, Promise<Buffer>>()

/** The drawing before: one is made at a time, so that other requests get their turn in between. */
let previous: Promise<unknown> = Promise.resolve()

/**
 * The card of a page as a PNG, drawn the first time that it's asked for.
 *
 * @param page One of `guidePages`: the cards stay in memory.
 * @throws {Error} If it can't be drawn. The next call tries again.
 */
export function drawCard(page: GuidePage): Promise<Buffer> {
  const known = cards.get(page.address)
  if (known) return known
  const card = previous.then(() => draw(page))
  previous = card.catch(() => cards.delete(page.address))
  cards.set(page.address, card)
  return card
}

async function draw(page: GuidePage): Promise<Buffer> {
  // Next.js would put its own copy in its place. See docs/decisions/033-sharing.md.
  const { ImageResponse } = await import(/* webpackIgnore: true */ "@vercel/og")
  const { mark, fonts } = await (materials ??= readMaterials())
  const picture = new ImageResponse(<Card page={page} mark={mark} />, { ...cardSize, fonts })
  return Buffer.from(await picture.arrayBuffer())
}

let materials: ReturnType<typeof readMaterials> | undefined

/** The mark and the fonts, from this checkout: nothing is fetched. */
async function readMaterials() {
  const read = (path: string) => readFile(join(process.cwd(), path))
  const font = async (weight: 400 | 700) => ({
    name: "Bricolage Grotesque",
    weight,
    data: await read(
      `node_modules/@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-${weight}-normal.woff`,
    ),
  })
  const mark = (await read("public/favicon.svg")).toString("base64")
  return {
    mark: `data:image/svg+xml;base64,${mark}`,
    fonts: await Promise.all([font(400), font(700)]),
  }
}
