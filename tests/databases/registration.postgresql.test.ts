import { startPostgresqlEngine } from "./engines/postgresql"
import { describeRegistrations } from "./contracts/registration-contract"

describeRegistrations(startPostgresqlEngine)
