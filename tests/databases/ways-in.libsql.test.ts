import { describeWaysIn } from "./contracts/ways-in-contract"
import { startLibsql } from "./engines/libsql"

describeWaysIn(startLibsql)
