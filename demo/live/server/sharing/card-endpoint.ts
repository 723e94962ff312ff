import type { NextApiRequest, NextApiResponse } from "next"
import { z } from "zod"
import { drawCard } from "./draw-card"
import { fileEndpoint } from "./file-endpoint"
import { guidePages } from "./guide-pages"

const query = z.object({ page: z.string() }).strict()

/**
 * `GET /api/og?page=/quick-start`: the page's card, a PNG of 1200 × 630 pixels. It only takes addresses
 * of pages, so that nobody can put words of their own under the site's name. 400 for anything else.
 */
export async function cardEndpoint(req: NextApiRequest, res: NextApiResponse): Promise<void> {
  const asked = query.safeParse(req.query)
  const page = guidePages.find(({ address }) => address === asked.data?.page)
  if (!page) {
    res.setHeader("Cache-Control", "no-store").status(400)
    return void res.json({
      error: "Name a page of the guide and nothing else, for example ?page=/quick-start.",
    })
  }
  await fileEndpoint(req, res, async () => ({
    type: "image/png",
    body: await drawCard(page),
    maxAge: 86_400,
  }))
}
