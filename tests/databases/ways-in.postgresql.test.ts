import { describeWaysIn } from "./contracts/ways-in-contract"
import { startPostgresqlEngine } from "./engines/postgresql"

describeWaysIn(startPostgresqlEngine)
