import { describeContract } from "./contract"
import { drizzleApp } from "./drizzle-subject"
import { startLibsql } from "./engines/libsql"

describeContract(startLibsql, drizzleApp)
