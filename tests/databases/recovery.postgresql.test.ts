import { describeRecovery } from "./contracts/recovery-contract"
import { startPostgresqlEngine } from "./engines/postgresql"

describeRecovery(startPostgresqlEngine)
