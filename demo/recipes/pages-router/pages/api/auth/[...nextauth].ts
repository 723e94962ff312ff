import { handlers } from "@/auth"
import { pagesRouterHandler } from "@/auth-handler"

export const config = { api: { bodyParser: false } }

export default pagesRouterHandler(handlers)
