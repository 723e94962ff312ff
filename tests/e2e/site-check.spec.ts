import { barriers } from "../guide/barriers"
import { expect, test } from "../support/fixtures"

test("the checker says what is wrong, sends nothing, and loses nothing", async ({ page }) => {
  await page.goto("/deploy")
  const form = page.getByRole("form", { name: "Response checker" })
  const site = form.getByLabel("The address of your site")
  const text = form.getByLabel("What curl -i printed")
  const summary = form.locator("p:focus")

  // With the keyboard: the result gets the focus.
  await form.getByRole("button", { name: "Show an example" }).focus()
  await page.keyboard.press("Enter")
  await expect(summary).toHaveText("2 mistakes and 2 things to look at.")
  const findings = form.getByRole("listitem")
  await expect(findings).toHaveCount(7)
  await expect(findings.first()).toContainText("The RP ID is localhost")
  await expect(findings.first().getByRole("link", { name: "Read more" })).toHaveAttribute(
    "href",
    "/errors/rp-id-not-for-this-domain",
  )
  expect(await barriers(page, "form[aria-label]")).toEqual([])

  const requests: string[] = []
  page.on("request", (request) => requests.push(request.url()))
  const pasted = (await text.inputValue()).replace("localhost", "app.example.com")
  await text.fill(pasted)
  await form.getByRole("button", { name: "Check" }).click()
  await expect(summary).toHaveText("1 mistake and 2 things to look at.")

  await site.fill("https://my-app.vercel.app")
  await text.fill(pasted.replace('"rpId":"app.example.com"', '"rpId":"vercel.app"'))
  await form.getByRole("button", { name: "Check" }).click()
  await expect(findings.first()).toContainText("The RP ID is vercel.app, which is a public suffix")
  await text.fill(pasted)

  await site.fill("not an address")
  await site.press("Enter")
  await expect(summary).toContainText("The address can't be read.")
  await expect(findings).toHaveCount(0)
  expect(await text.inputValue()).toBe(pasted)
  expect(await site.inputValue()).toBe("not an address")
  expect(requests).toEqual([])
})
