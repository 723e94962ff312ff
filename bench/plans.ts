import { PrismaPg } from "@prisma/adapter-pg"
import { PrismaClient } from "../demo/recipes/postgresql/generated/prisma/client"

type Node = { "Node Type": string; "Index Name"?: string; "Relation Name"?: string; Plans?: Node[] }

/** How PostgreSQL runs a statement: the steps that touch a table, as in `Index Scan Session_pkey`. */
export type Plan = { statement: string; steps: string[] }

/** The plans of what some work asks of PostgreSQL, as Prisma writes it, with its own values. */
export async function plansOf(
  url: string,
  work: (prisma: PrismaClient) => Promise<void>,
): Promise<Plan[]> {
  const prisma = new PrismaClient({
    adapter: new PrismaPg({ connectionString: url }),
    log: [{ emit: "event", level: "query" }],
  })
  const asked: { query: string; params: string }[] = []
  prisma.$on("query", (event) => void asked.push(event))
  await work(prisma)
  const statements = asked.filter(({ query }) => /^(SELECT|INSERT|UPDATE)/.test(query))
  const plans: Plan[] = []
  for (const { query, params } of statements) {
    const [row] = await prisma.$queryRawUnsafe<{ "QUERY PLAN": { Plan: Node }[] }[]>(
      `EXPLAIN (FORMAT JSON) ${withValues(query, JSON.parse(params))}`,
    )
    plans.push({ statement: query, steps: stepsOf(row?.["QUERY PLAN"][0]?.Plan) })
  }
  await prisma.$disconnect()
  return plans
}

/** Only for values that the bench made itself: nothing in them needs care. */
const withValues = (query: string, values: unknown[]) =>
  query.replace(/\$(\d+)/g, (_, number) => `'${values[Number(number) - 1]}'`)

function stepsOf(node?: Node): string[] {
  if (!node) return []
  const { "Node Type": type, "Index Name": index, "Relation Name": table } = node
  const own = index || table ? [`${type} ${index ?? table}`] : []
  return [...own, ...(node.Plans ?? []).flatMap(stepsOf)]
}
