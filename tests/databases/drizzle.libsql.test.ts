import { describeContract } from "./contracts/contract"
import { drizzleApp } from "./drizzle-subject"
import { startLibsql } from "./engines/libsql"

describeContract(startLibsql, drizzleApp)
