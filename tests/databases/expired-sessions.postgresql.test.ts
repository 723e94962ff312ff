import { describeExpiredSessions } from "./contracts/expired-sessions-contract"
import { startPostgresqlEngine } from "./engines/postgresql"

describeExpiredSessions(startPostgresqlEngine)
