import { startLibsql } from "./engines/libsql"
import { describeRegistrations } from "./registration-contract"

describeRegistrations(startLibsql)
