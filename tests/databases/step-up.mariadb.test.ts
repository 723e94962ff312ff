import { describe } from "vitest"
import { hasMariadb } from "../support/mariadb-server"
import { describeStepUp } from "./contracts/step-up-contract"
import { startMariadbEngine } from "./engines/mariadb"

describe.skipIf(!hasMariadb())("MariaDB", () => describeStepUp(startMariadbEngine))
