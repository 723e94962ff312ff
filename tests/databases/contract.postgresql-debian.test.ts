import { describe } from "vitest"
import { hasDebianPostgresql } from "../support/debian-postgresql-server"
import { describeContract } from "./contracts/contract"
import { startDebianPostgresqlEngine } from "./engines/postgresql"
import { prismaApps } from "./subject"

describe.skipIf(!hasDebianPostgresql())("PostgreSQL of Debian", () =>
  describeContract(startDebianPostgresqlEngine, prismaApps),
)
