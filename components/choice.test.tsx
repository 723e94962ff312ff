import { renderToStaticMarkup } from "react-dom/server"
import { expect, test } from "vitest"
import { Choice } from "./choice"
import { valuesOf } from "./choices"

const attribute = (html: string) => /data-database="([^"]*)"/.exec(html)?.[1]?.split(" ")

test("a part is for those who chose so", () => {
  const html = renderToStaticMarkup(<Choice database="sqlite postgresql">text</Choice>)
  expect(attribute(html)).toEqual(["sqlite", "postgresql"])
  expect(html).toContain('data-label="SQLite, PostgreSQL"')
})

test("or for all but some, also of those that come later", () => {
  const html = renderToStaticMarkup(<Choice except="mongodb sqlserver">text</Choice>)
  expect(attribute(html)).toEqual(
    valuesOf("database").filter((value) => !["mongodb", "sqlserver"].includes(value)),
  )
})

test.each([
  [<Choice database="sqllite">text</Choice>, "The choice database has no value sqllite."],
  [<Choice except="mongo">text</Choice>, "No choice has the value mongo."],
  [<Choice except="mongodb npm">text</Choice>, "The choice database has no value npm."],
])("a value that there is none of fails the build", (element, message) => {
  expect(() => renderToStaticMarkup(element)).toThrow(message)
})
