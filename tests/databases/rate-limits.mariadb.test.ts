import { describe } from "vitest"
import { hasMariadb } from "../support/mariadb-server"
import { describeRateLimits } from "./contracts/rate-limits-contract"
import { startMariadbEngine } from "./engines/mariadb"

// Nothing listens on port 1.
describe.skipIf(!hasMariadb())("MariaDB", () =>
  describeRateLimits(
    startMariadbEngine,
    "mariadb://root@127.0.0.1:1/none?acquireTimeout=2000&initializationTimeout=1000",
  ),
)
