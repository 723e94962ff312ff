import { startPostgresqlEngine } from "./engines/postgresql"
import { describeRegistrations } from "./registration-contract"

describeRegistrations(startPostgresqlEngine)
