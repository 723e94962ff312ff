import { describe } from "vitest"
import { hasMariadb } from "../support/mariadb-server"
import { describeExpiredSessions } from "./contracts/expired-sessions-contract"
import { startMariadbEngine } from "./engines/mariadb"

describe.skipIf(!hasMariadb())("MariaDB", () => describeExpiredSessions(startMariadbEngine))
