import { describeStepUp } from "./contracts/step-up-contract"
import { startPostgresqlEngine } from "./engines/postgresql"

describeStepUp(startPostgresqlEngine)
