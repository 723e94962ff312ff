import { startLibsql } from "../databases/engines/libsql"
import { testBrokenTables } from "./broken-tables-contract"
import { reproduces } from "./reproduces"

testBrokenTables(startLibsql, {
  missingColumn: reproduces("column-does-not-exist", [0, 1]),
  missingTable: reproduces("table-does-not-exist", [2]),
})
