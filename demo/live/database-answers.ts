import { starter } from "./starter"

/**
 * Whether the database answers a query.
 *
 * @param patience After how many milliseconds to take it for gone.
 */
export async function databaseAnswers(patience = 2_000): Promise<boolean> {
  const query = async () => (await starter()).prisma.$queryRaw`SELECT 1`
  return within(patience, query()).then(
    () => true,
    () => false,
  )
}

/**
 * What `work` comes to, when it comes to it in time.
 *
 * @throws {Error} After that many milliseconds. The work goes on, and nobody waits for it.
 */
export function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("It took too long.")), milliseconds)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
