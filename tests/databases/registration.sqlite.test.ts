import { startLibsql } from "./engines/libsql"
import { describeRegistrations } from "./contracts/registration-contract"

describeRegistrations(startLibsql)
