import { describe } from "vitest"
import { startMariadbEngine } from "../databases/engines/mariadb"
import { hasMariadb } from "../support/mariadb-server"
import { testBrokenTables } from "./broken-tables-contract"
import { reproduces } from "./reproduces"

describe.skipIf(!hasMariadb())("on MariaDB", () => {
  testBrokenTables(startMariadbEngine, {
    types: {
      smallCounter: reproduces("counter-out-of-range", [0, 2]),
      shortKey: reproduces("value-too-long", [0]),
      shortKeyInDatabase: reproduces("value-too-long", [1]),
    },
    missingColumn: reproduces("column-does-not-exist", [0]),
    missingTable: reproduces("table-does-not-exist", [1]),
  })
})
