import { passkeyClient } from "@better-auth/passkey/client"
import { createAuthClient } from "better-auth/react"

/** For client components. It sends its requests to `/api/auth`. */
export const authClient = createAuthClient({
  plugins: [passkeyClient()],
})
