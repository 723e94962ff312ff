import { describe } from "vitest"
import { hasMariadb } from "../support/mariadb-server"
import { describePasskeys } from "./contracts/passkeys-contract"
import { startMariadbEngine } from "./engines/mariadb"

describe.skipIf(!hasMariadb())("MariaDB", () => describePasskeys(startMariadbEngine))
