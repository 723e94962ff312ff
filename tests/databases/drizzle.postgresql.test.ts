import { describeContract } from "./contracts/contract"
import { drizzleApp } from "./drizzle-subject"
import { startPostgresqlEngine } from "./engines/postgresql"

describeContract(startPostgresqlEngine, drizzleApp)
