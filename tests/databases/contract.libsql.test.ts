import { describeContract } from "./contract"
import { startLibsql } from "./engines/libsql"

describeContract(startLibsql)
