import { SessionProvider } from "next-auth/react"
import type { ReactNode } from "react"

export const metadata = { title: "Passkeys with Auth.js" }

export default function RootLayout({
  children,
}: {
  children: ReactNode
}) {
  return (
    <html lang="en">
      <body>
        <SessionProvider>{children}</SessionProvider>
      </body>
    </html>
  )
}
