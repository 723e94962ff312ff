import { describe } from "vitest"
import { hasMariadb } from "../support/mariadb-server"
import { startMariadbEngine } from "./engines/mariadb"
import { describeRegistrations } from "./contracts/registration-contract"

describe.skipIf(!hasMariadb())("MariaDB", () => describeRegistrations(startMariadbEngine))
