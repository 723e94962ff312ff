import { describeMoves } from "./contracts/moves-contract"
import { startLibsql } from "./engines/libsql"

describeMoves(startLibsql)
