import { describe } from "vitest"
import { hasDebianPostgresql } from "../debian-postgresql-server"
import { describeContract } from "./contract"
import { startPostgresqlEngine } from "./engines/postgresql"
import { prismaApps } from "./subject"

describe.skipIf(!hasDebianPostgresql())("PostgreSQL of Debian", () =>
  describeContract(() => startPostgresqlEngine("Debian"), prismaApps),
)
