import type { NextApiRequest, NextApiResponse } from "next"
import { pagesRouterHandler } from "../starter/variants/pages-router/auth-handler"
import { starter } from "./starter"

/** Serves the starter's Auth.js at `/api/auth/*`. */
export async function authEndpoint(req: NextApiRequest, res: NextApiResponse): Promise<void> {
  const { handlers } = await starter()
  await pagesRouterHandler(handlers)(req, res)
}
