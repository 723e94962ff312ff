import { describeContract } from "./contracts/contract"
import { startLibsql } from "./engines/libsql"
import { prismaApps } from "./subject"

describeContract(startLibsql, prismaApps)
