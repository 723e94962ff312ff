const intervalMs = 60 * 60 * 1_000

/** Next.js calls this once when the server starts. */
export async function register() {
  // Prisma doesn't run in the Edge runtime.
  if (process.env.NEXT_RUNTIME !== "nodejs") return
  const { deleteExpiredSessions } =
    await import("./delete-expired-sessions")
  setInterval(() => {
    deleteExpiredSessions().catch((error) =>
      console.error("Sessions were not deleted:", error),
    )
  }, intervalMs).unref()
}
