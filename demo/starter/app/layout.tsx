import type { ReactNode } from "react"

export const metadata = { title: "Passkeys with Auth.js" }

export default function RootLayout({
  children,
}: {
  children: ReactNode
}) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
