import { describe } from "vitest"
import { hasMariadb } from "../mariadb-server"
import { startMariadbEngine } from "./engines/mariadb"
import { describeRegistrations } from "./registration-contract"

describe.skipIf(!hasMariadb())("MariaDB", () => describeRegistrations(startMariadbEngine))
