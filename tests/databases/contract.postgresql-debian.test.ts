import { describe } from "vitest"
import { hasDebianPostgresql } from "../debian-postgresql-server"
import { describeContract } from "./contract"
import { startPostgresqlEngine } from "./engines/postgresql"

describe.skipIf(!hasDebianPostgresql())("PostgreSQL of Debian", () =>
  describeContract(() => startPostgresqlEngine("Debian")),
)
