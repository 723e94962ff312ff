import { describe } from "vitest"
import { hasMariadb } from "../support/mariadb-server"
import { createMariadbDatabase } from "../support/shared-databases"
import { describeLimits } from "./limits"

if (!hasMariadb()) console.log("MariaDB is not installed: the limits are not tested on it.")

describe.skipIf(!hasMariadb())("MariaDB", () =>
  describeLimits(() => createMariadbDatabase("limits")),
)
