import { describePasskeys } from "./contracts/passkeys-contract"
import { startPostgresqlEngine } from "./engines/postgresql"

describePasskeys(startPostgresqlEngine)
