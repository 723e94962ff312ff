import { describe } from "vitest"
import { hasMariadb } from "../support/mariadb-server"
import { describeSecurity } from "./contracts/security-contract"
import { startMariadbEngine } from "./engines/mariadb"

describe.skipIf(!hasMariadb())("MariaDB", () => describeSecurity(startMariadbEngine))
