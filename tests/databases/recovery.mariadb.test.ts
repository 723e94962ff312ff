import { describe } from "vitest"
import { hasMariadb } from "../support/mariadb-server"
import { describeRecovery } from "./contracts/recovery-contract"
import { startMariadbEngine } from "./engines/mariadb"

describe.skipIf(!hasMariadb())("MariaDB", () => describeRecovery(startMariadbEngine))
