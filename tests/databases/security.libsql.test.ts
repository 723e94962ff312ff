import { describeSecurity } from "./contracts/security-contract"
import { startLibsql } from "./engines/libsql"

describeSecurity(startLibsql)
