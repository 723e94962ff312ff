import { startLibsql } from "./engines/libsql"
import { describeUpgrades } from "./contracts/upgrades-contract"

describeUpgrades(startLibsql)
