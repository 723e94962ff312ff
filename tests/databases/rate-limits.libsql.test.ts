import { describeRateLimits } from "./contracts/rate-limits-contract"
import { startLibsql } from "./engines/libsql"

describeRateLimits(startLibsql, "file:/nowhere/at-all.db")
