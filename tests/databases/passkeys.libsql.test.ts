import { describePasskeys } from "./contracts/passkeys-contract"
import { startLibsql } from "./engines/libsql"

describePasskeys(startLibsql)
