import { startPostgresqlEngine } from "./engines/postgresql"
import { describeUpgrades } from "./contracts/upgrades-contract"

describeUpgrades(startPostgresqlEngine)
