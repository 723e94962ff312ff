import { createPostgresqlDatabase } from "../support/shared-databases"
import { describeLimits } from "./limits"

describeLimits(() => createPostgresqlDatabase("limits"))
