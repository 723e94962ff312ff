import { describeSecurity } from "./contracts/security-contract"
import { startPostgresqlEngine } from "./engines/postgresql"

describeSecurity(startPostgresqlEngine)
