import { describe } from "vitest"
import { hasDebianPostgresql } from "../support/debian-postgresql-server"
import { describeContract } from "./contracts/contract"
import { startPostgresqlEngine } from "./engines/postgresql"
import { prismaApps } from "./subject"

describe.skipIf(!hasDebianPostgresql())("PostgreSQL of Debian", () =>
  describeContract(() => startPostgresqlEngine("Debian"), prismaApps),
)
