import { describe } from "vitest"
import { hasMariadb } from "../support/mariadb-server"
import { describeMoves } from "./contracts/moves-contract"
import { startMariadbEngine } from "./engines/mariadb"

describe.skipIf(!hasMariadb())("MariaDB", () => describeMoves(startMariadbEngine))
