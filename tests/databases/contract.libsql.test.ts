import { describeContract } from "./contract"
import { startLibsql } from "./engines/libsql"
import { prismaApps } from "./subject"

describeContract(startLibsql, prismaApps)
