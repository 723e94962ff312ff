import { describeRateLimits } from "./contracts/rate-limits-contract"
import { startPostgresqlEngine } from "./engines/postgresql"

// Nothing listens on port 1.
describeRateLimits(startPostgresqlEngine, "postgresql://postgres@127.0.0.1:1/none")
