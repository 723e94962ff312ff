import { handlers } from "@/auth"
import { limitCeremonies } from "@/limit-ceremonies"

export const { GET, POST } = limitCeremonies(handlers)
