import type { Locator, Page } from "@playwright/test"
import { hosts, mayUse, rpIds } from "../../demo/live/pictures/rp-id.mjs"
import { expect, followLink, test } from "../support/fixtures"
import { practiceOf } from "../support/practice"
import { VirtualAuthenticator } from "../support/virtual-authenticator"

test.use({ viewport: { width: 1280, height: 900 } })

/** The pages with pictures, and how many. */
const pages = { "/what-happens": 3, "/database": 1, "/production": 1 }

const lanesOf = (page: Page, ceremony: "Registration" | "Authentication") =>
  page.getByRole("figure", { name: `${ceremony}, message by message` })

/** How each step of a picture is, and what it says of its time. */
const stepsOf = (figure: Locator) =>
  figure.getByRole("listitem", { name: /^Step/ }).evaluateAll((steps) =>
    steps.map((step) => {
      const { state } = (step as SVGElement).dataset
      return [state || undefined, step.querySelector("[data-duration]")?.textContent]
    }),
  )

const done = ["done", expect.stringMatching(/^(\d+ ms|\d+\.\d s)$/)]
const notBegun = [undefined, ""]

test("the lanes light up with the reader's own ceremony, and keep its times", async ({
  page,
  demo,
}) => {
  const practice = practiceOf(page)
  const registration = lanesOf(page, "Registration")
  const authentication = lanesOf(page, "Authentication")
  await page.goto("/what-happens")
  expect(await stepsOf(registration)).toEqual([notBegun, notBegun, notBegun, notBegun])

  await practice.turnOn()
  await demo.button("Create a passkey").click()
  await expect(practice.dialog).toBeVisible()
  await expect
    .poll(() => stepsOf(registration))
    .toEqual([done, ["running", "in progress"], notBegun, notBegun])
  await practice.answer("Create it")
  await expect.poll(() => stepsOf(registration)).toEqual([done, done, done, done])
  expect(await stepsOf(authentication)).toEqual([notBegun, notBegun, notBegun, notBegun])
  const times = (await stepsOf(registration)).map(([, time]) => time)

  // The same times as beside the data.
  const first = page.getByRole("figure").filter({ hasText: "Response from Auth.js" }).first()
  await expect(first).toContainText(`, ${times[0]}`)

  await demo.signOut()
  await demo.button("Sign in with a passkey").click()
  await practice.answer(/made/)
  await expect.poll(() => stepsOf(authentication)).toEqual([done, done, done, done])
  await page.reload()
  await expect
    .poll(async () => (await stepsOf(registration)).map(([, time]) => time))
    .toEqual(times)

  // And as a list, on a phone.
  await page.setViewportSize({ width: 390, height: 844 })
  const shown = registration.getByText(times[0] ?? "", { exact: true }).filter({ visible: true })
  await expect(shown).not.toHaveCount(0)
})

test("a ceremony that is cancelled failed at that step", async ({ page, demo }) => {
  const practice = practiceOf(page)
  await page.goto("/what-happens")
  await practice.turnOn()
  await demo.button("Create a passkey").click()
  await practice.answer("Cancel")
  await expect
    .poll(() => stepsOf(lanesOf(page, "Registration")))
    .toEqual([done, ["failed", "failed"], notBegun, notBegun])
})

test("who asks for less motion sees none", async ({ page, demo }) => {
  const practice = practiceOf(page)
  await page.emulateMedia({ reducedMotion: "reduce" })
  await page.goto("/what-happens")
  await practice.turnOn()
  await demo.button("Create a passkey").click()
  const arrow = lanesOf(page, "Registration").locator("g[data-state=running] line").first()
  // A line is never visible to Playwright: it has no height.
  await expect(arrow).toBeAttached()
  expect(await arrow.evaluate((line) => getComputedStyle(line).animationName)).toBe("none")
  await page.emulateMedia({ reducedMotion: "no-preference" })
  expect(await arrow.evaluate((line) => getComputedStyle(line).animationName)).not.toBe("none")
})

test("a message is a link to its explanation, also by keyboard", async ({ page }) => {
  await page.goto("/what-happens")
  const links = lanesOf(page, "Registration").getByRole("list").getByRole("link")
  await expect(links).toHaveCount(11)
  await links.first().focus()
  await page.keyboard.press("Tab")
  const second = links.nth(1)
  await expect(second).toBeFocused()
  await expect(second).toHaveAccessibleName("Auth.js to Database: Is the address taken?")
  const ring = second.locator("rect")
  const accent = await page.evaluate(() => {
    const probe = document.createElement("i")
    probe.style.color = "var(--accent)"
    document.body.append(probe)
    return getComputedStyle(probe).color
  })
  await expect(ring).toHaveCSS("stroke", accent)
  await expect(ring).toHaveCSS("stroke-width", "2px")
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/#the-page-asks-for-options$/)
  await expect(page.locator("#the-page-asks-for-options")).toBeInViewport()
})

test("a link in a picture leads to another page without leaving the document", async ({ page }) => {
  await page.goto("/what-happens")
  await page.waitForLoadState("networkidle")
  const link = lanesOf(page, "Registration").getByRole("list").getByRole("link").first()
  await link.evaluate((link) => link.setAttribute("href", "/glossary#ceremony"))
  const documents: string[] = []
  page.on("request", (request) => {
    if (request.isNavigationRequest()) documents.push(request.url())
  })
  await link.click()
  await page.waitForURL("/glossary#ceremony")
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Glossary")
  expect(documents).toEqual([])
})

test("a page that a link leads to has its pictures, and the script doesn't contain them", async ({
  page,
}) => {
  const scripts: Promise<string>[] = []
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response.text())
  })
  await page.goto("/what-happens")
  await page.waitForLoadState("networkidle")
  await followLink(page, "Go to production", "/production")
  await expect(page.getByRole("list", { name: "RP ID app.example.com" })).toContainText("eu.app")
  await page.goBack()
  await expect(lanesOf(page, "Registration").getByRole("link")).not.toHaveCount(0)
  const script = (await Promise.all(scripts)).join("\n")
  expect(script).toContain("live-demo-ceremonies")
  expect(script).not.toContain("Is the address taken?")
  expect(script).not.toContain("eu.app.example.com")
})

for (const [address, count] of Object.entries(pages)) {
  test(`${address}: every picture can be read at every width`, async ({ page }) => {
    await page.goto(address)
    const pictures = page.locator("figure:has(> svg)").filter({ visible: true })
    await expect(pictures).toHaveCount(count)
    for (const width of [1440, 1280, 1024, 768, 700]) {
      await page.setViewportSize({ width, height: 900 })
      for (const picture of await pictures.all()) {
        const svg = picture.locator("> svg")
        await expect(svg).toBeVisible()
        expect(await faultsOf(svg), `${width} px`).toEqual([])
      }
    }
    for (const width of [640, 390, 320]) {
      await page.setViewportSize({ width, height: 844 })
      for (const picture of await pictures.all()) {
        await expect(picture.locator("> svg")).toBeHidden()
        await expect(picture.locator("> :is(ol, div, table)")).toBeVisible()
        expect(await picture.evaluate((element) => element.scrollWidth)).toBeLessThanOrEqual(width)
      }
      const scrollWidth = await page.evaluate(() => document.scrollingElement?.scrollWidth)
      expect(scrollWidth).toBeLessThanOrEqual(width)
    }
  })
}

/** Text that is smaller than 12 px, leaves the drawing, or touches other text. */
const faultsOf = (svg: Locator) =>
  svg.evaluate((svg) => {
    const { left, right, top, bottom } = svg.getBoundingClientRect()
    const scale = (right - left) / (svg as SVGSVGElement).viewBox.baseVal.width
    const texts = [...svg.querySelectorAll("text")].filter((text) => text.textContent)
    const boxes = texts.map((text) => ({ text, box: text.getBoundingClientRect() }))
    return boxes.flatMap(({ text, box }, index) => {
      const words = text.textContent
      const size = parseFloat(getComputedStyle(text).fontSize) * scale
      const isOut = box.left < left || box.right > right || box.top < top || box.bottom > bottom
      const touched = boxes.slice(index + 1).filter(
        ({ box: other }) =>
          other.left < box.right &&
          box.left < other.right &&
          // A line's box is higher than its letters.
          other.top < box.bottom - 4 &&
          box.top < other.bottom - 4,
      )
      return [
        ...(size < 12 ? [`${words}: ${size} px`] : []),
        ...(isOut ? [`${words}: outside`] : []),
        ...touched.map(({ text: other }) => `${words}: touches ${other.textContent}`),
      ]
    })
  })

test("an answer of the support matrix opens to its evidence", async ({ page }) => {
  await page.goto("/support-matrix")
  const row = page.getByRole("row", { name: /^PostgreSQL 18/ })
  const evidence = row.getByText("contract.postgresql.test.ts")
  await expect(evidence).toBeHidden()
  await row.getByText("Yes").first().focus()
  await page.keyboard.press("Enter")
  await expect(evidence).toBeVisible()
  await page.setViewportSize({ width: 320, height: 700 })
  await expect(evidence).toBeVisible()
  const scrollWidth = await page.evaluate(() => document.scrollingElement?.scrollWidth)
  expect(scrollWidth).toBeLessThanOrEqual(320)
  await expect(page.locator(".answer")).not.toHaveCount(0)
})

test("an answer stays open when the page says something", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-write"])
  await page.goto("/support-matrix")
  await page.waitForLoadState("networkidle")
  const row = page.getByRole("row", { name: /^MySQL/ })
  await row.getByText("Not run").first().click()
  // As any copy button does, which this page has none of.
  await page.evaluate(() => {
    const block = document.createElement("div")
    block.innerHTML = '<button data-copy-code="">Copy code</button><pre>code</pre>'
    block.dataset.codeBlock = ""
    document.querySelector("main")?.append(block)
  })
  await page.getByRole("button", { name: "Copy code" }).click()
  await expect(page.getByRole("status").filter({ hasText: "Copied" })).toHaveCount(1)
  await expect(row.getByText("same schema")).toBeVisible()
})

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })
  // All variants of a page are shown.
  for (const [address, count] of Object.entries({ ...pages, "/database": 2 }))
    test(`${address} has its pictures`, async ({ page }) => {
      await page.goto(address)
      await expect(page.locator("figure > svg").filter({ visible: true })).toHaveCount(count)
    })

  test("the answers of the support matrix open", async ({ page }) => {
    await page.goto("/support-matrix")
    const row = page.getByRole("row", { name: /^MySQL/ })
    await row.getByText("Not run").first().click()
    await expect(row).toContainText("It has the same schema and migrations as MariaDB.")
    await expect(row.getByText("same schema")).toBeVisible()
  })
})

test("the browser allows what the picture of RP IDs says", async ({ page }) => {
  await page.route("https://**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>A site</title>" }),
  )
  await VirtualAuthenticator.add(page)
  for (const host of hosts) {
    await page.goto(`https://${host}/`)
    for (const rpId of rpIds) {
      const outcome = await page.evaluate(async (id) => {
        const bytes = crypto.getRandomValues(new Uint8Array(16))
        try {
          await navigator.credentials.create({
            publicKey: {
              challenge: bytes,
              rp: { id, name: id },
              user: { id: bytes, name: "a", displayName: "a" },
              pubKeyCredParams: [{ type: "public-key", alg: -7 }],
            },
          })
          return "allowed"
        } catch (error) {
          return String((error as Error).name)
        }
      }, rpId)
      expect(outcome, `${rpId} on ${host}`).toBe(mayUse(host, rpId) ? "allowed" : "SecurityError")
    }
  }
})
