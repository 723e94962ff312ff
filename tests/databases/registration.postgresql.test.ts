import { startPostgresql } from "../postgresql-server"
import { describeRegistrations } from "./registration-contract"

describeRegistrations(async () => {
  const server = await startPostgresql()
  return {
    url: await server.createDatabase("registration"),
    refusal: (table) => ({
      begin: [
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''refused''; END'",
        `CREATE TRIGGER refuse BEFORE INSERT ON "${table}" EXECUTE FUNCTION refuse()`,
      ],
      end: ["DROP FUNCTION refuse CASCADE"],
    }),
    stop: () => server.stop(),
  }
})
