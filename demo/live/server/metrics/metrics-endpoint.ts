import type { NextApiRequest, NextApiResponse } from "next"
import { Gauge, register } from "prom-client"
import { GET } from "../../../recipes/metrics/app/api/metrics/route"
import { pagesRouterHandler } from "../../../recipes/pages-router/auth-handler"
import { isDatabaseHealthy } from "../database-health"

const name = "guide_database_up"

if (!register.getSingleMetric(name))
  new Gauge({
    name,
    help: "1 if the database takes a write within 2 seconds.",
    async collect() {
      this.set((await isDatabaseHealthy()) ? 1 : 0)
    },
  })

const handler = pagesRouterHandler({ GET })

/** `/api/metrics`: the reader's own, with the database. 404 without `METRICS_TOKEN`, 401 without it in the request. */
export async function metricsEndpoint(req: NextApiRequest, res: NextApiResponse): Promise<void> {
  res.setHeader("Cache-Control", "no-store")
  await handler(req, res)
}
