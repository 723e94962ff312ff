import { describeRecovery } from "./contracts/recovery-contract"
import { startLibsql } from "./engines/libsql"

describeRecovery(startLibsql)
