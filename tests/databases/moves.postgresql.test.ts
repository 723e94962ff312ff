import { describeMoves } from "./contracts/moves-contract"
import { startPostgresqlEngine } from "./engines/postgresql"

describeMoves(startPostgresqlEngine)
