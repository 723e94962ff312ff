import { describe } from "vitest"
import { hasMariadb } from "../support/mariadb-server"
import { describeContract } from "./contracts/contract"
import { startMariadbEngine } from "./engines/mariadb"
import { prismaApps } from "./subject"

if (!hasMariadb()) console.log("MariaDB is not installed: its contract is skipped.")

describe.skipIf(!hasMariadb())("MariaDB", () => describeContract(startMariadbEngine, prismaApps))
