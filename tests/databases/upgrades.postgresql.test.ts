import { startPostgresqlEngine } from "./engines/postgresql"
import { describeUpgrades } from "./upgrades-contract"

describeUpgrades(startPostgresqlEngine)
