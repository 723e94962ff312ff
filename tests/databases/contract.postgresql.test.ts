import { describeContract } from "./contract"
import { startPostgresqlEngine } from "./engines/postgresql"

describeContract(startPostgresqlEngine)
