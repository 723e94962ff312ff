import { expect, test } from "vitest"
import { sqlForRows } from "./sql-for-rows"

test.each([
  ["sqlite", `SELECT * FROM "User" WHERE "id" = 'u1';`],
  ["postgresql", `SELECT * FROM "User" WHERE "id" = 'u1';`],
  ["cockroachdb", `SELECT * FROM "User" WHERE "id" = 'u1';`],
  ["mysql", "SELECT * FROM `User` WHERE `id` = 'u1';"],
  ["sqlserver", "SELECT * FROM [User] WHERE [id] = 'u1';"],
  ["mongodb", `db.User.find({ _id: "u1" })`],
])("on %s: %s", (database, sql) => {
  expect(sqlForRows(database, "User", "u1")).toBe(sql)
})

test("the other tables are found by the user", () => {
  expect(sqlForRows("sqlite", "Session", "u1")).toBe(
    `SELECT * FROM "Session" WHERE "userId" = 'u1';`,
  )
})
