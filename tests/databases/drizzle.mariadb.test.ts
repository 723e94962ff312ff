import { describe } from "vitest"
import { hasMariadb } from "../support/mariadb-server"
import { describeContract } from "./contracts/contract"
import { drizzleApp } from "./drizzle-subject"
import { startMariadbEngine } from "./engines/mariadb"

if (!hasMariadb())
  console.log("MariaDB is not installed: the contract of Drizzle on it is skipped.")

describe.skipIf(!hasMariadb())("MariaDB", () => describeContract(startMariadbEngine, drizzleApp))
