import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime"
import { useMemo, type ReactNode } from "react"

type Props = {
  /** Instead of going to the page. */
  onPush: (path: string) => void
  /** Instead of asking the server for the page again. */
  onRefresh: () => void
  children: ReactNode
}

/**
 * Stands for the router of the reader's app, where `useRouter` of `next/navigation` asks for it. The
 * site's own would leave this page, and `refresh()` would load it anew (next/dist/…/adapters.js).
 */
export function ReadersRouter({ onPush, onRefresh, children }: Props) {
  const router = useMemo<AppRouterInstance>(
    () => ({
      back() {},
      forward() {},
      prefetch() {},
      replace: onPush,
      push: onPush,
      refresh: onRefresh,
      hmrRefresh() {},
      bfcacheId: "0",
    }),
    [onPush, onRefresh],
  )
  return <AppRouterContext.Provider value={router}>{children}</AppRouterContext.Provider>
}
