import { describeExpiredSessions } from "./contracts/expired-sessions-contract"
import { startLibsql } from "./engines/libsql"

describeExpiredSessions(startLibsql)
