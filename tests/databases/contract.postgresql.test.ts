import { describeContract } from "./contracts/contract"
import { startPostgresqlEngine } from "./engines/postgresql"
import { prismaApps } from "./subject"

describeContract(startPostgresqlEngine, prismaApps)
