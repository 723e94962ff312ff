import { connection } from "next/server"
import { Suspense, type ReactNode } from "react"

/**
 * Renders what is in it for each request, never during the build: a
 * page from the build has no nonce. The `Suspense` is for
 * `cacheComponents`, which otherwise doesn't build a layout that waits.
 */
export function PerRequest({ children }: { children: ReactNode }) {
  return (
    <Suspense>
      <AfterRequest>{children}</AfterRequest>
    </Suspense>
  )
}

async function AfterRequest({ children }: { children: ReactNode }) {
  await connection()
  return children
}
