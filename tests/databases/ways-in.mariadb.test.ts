import { describe } from "vitest"
import { hasMariadb } from "../support/mariadb-server"
import { describeWaysIn } from "./contracts/ways-in-contract"
import { startMariadbEngine } from "./engines/mariadb"

describe.skipIf(!hasMariadb())("MariaDB", () => describeWaysIn(startMariadbEngine))
