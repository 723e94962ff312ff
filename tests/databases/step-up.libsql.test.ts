import { describeStepUp } from "./contracts/step-up-contract"
import { startLibsql } from "./engines/libsql"

describeStepUp(startLibsql)
