import { startLibsql } from "./engines/libsql"
import { describeUpgrades } from "./upgrades-contract"

describeUpgrades(startLibsql)
