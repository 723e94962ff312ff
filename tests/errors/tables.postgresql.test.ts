import { startPostgresqlEngine } from "../databases/engines/postgresql"
import { testBrokenTables } from "./broken-tables-contract"
import { reproduces } from "./reproduces"

testBrokenTables(startPostgresqlEngine, {
  types: {
    smallCounter: reproduces("counter-out-of-range", [0, 2]),
    shortKey: reproduces("value-too-long", [0]),
    shortKeyInDatabase: reproduces("value-too-long", [2]),
  },
  missingColumn: reproduces("column-does-not-exist", [0]),
  missingTable: reproduces("table-does-not-exist", [0]),
})
