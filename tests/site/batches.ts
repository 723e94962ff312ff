/**
 * Does the work for 0 … `count` - 1, `size` of them at a time.
 *
 * @returns What each returned, in that order.
 */
export async function inBatches<T>(
  count: number,
  size: number,
  work: (i: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = []
  for (let start = 0; start < count; start += size) {
    const length = Math.min(size, count - start)
    results.push(...(await Promise.all(Array.from({ length }, (_, i) => work(start + i)))))
  }
  return results
}
