import { expect, test, type LiveDemo } from "../support/fixtures"
import { practiceOf } from "../support/practice"

const openList = (demo: LiveDemo) => demo.region.getByText("What this browser can do").click()
const finding = (demo: LiveDemo, code: string) =>
  demo.region
    .getByRole("listitem")
    .filter({ has: demo.region.page().getByText(code, { exact: true }) })

test("the list has the browser's own answers, also while the practice passkey is on", async ({
  page,
  demo,
}) => {
  const practice = practiceOf(page)
  await page.goto("/")
  const own = await page.evaluate(async () => {
    const capabilities = await PublicKeyCredential.getClientCapabilities()
    return {
      ...capabilities,
      conditionalGet: await PublicKeyCredential.isConditionalMediationAvailable(),
    } as Record<string, boolean>
  })
  expect(Object.keys(own).length).toBeGreaterThan(5)
  await practice.turnOn()
  await openList(demo)
  await expect(demo.region).toContainText("The practice passkey is on, but isn't included.")
  for (const code of [
    "conditionalCreate",
    "conditionalGet",
    "hybridTransport",
    "passkeyPlatformAuthenticator",
    "userVerifyingPlatformAuthenticator",
    "relatedOrigins",
    "signalAllAcceptedCredentials",
    "signalCurrentUserDetails",
    "signalUnknownCredential",
  ])
    await expect(finding(demo, code)).toContainText(
      own[code] === undefined ? "Not reported" : own[code] ? "Yes" : "No",
    )
  for (const code of ["secureContext", "publicKeyCredential"])
    await expect(finding(demo, code)).toContainText("Yes")
  const tellsPolicy = await page.evaluate(() => "featurePolicy" in document)
  for (const code of ["publickey-credentials-create", "publickey-credentials-get"])
    await expect(finding(demo, code)).toContainText(tellsPolicy ? "Yes" : "Not reported")
})

test("a browser without passkeys has nothing but its secure context", async ({ page, demo }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, "PublicKeyCredential")
  })
  await page.goto("/")
  await demo.open()
  await openList(demo)
  await expect(finding(demo, "publicKeyCredential")).toContainText("No")
  await expect(finding(demo, "conditionalGet")).toContainText("No")
  await expect(finding(demo, "secureContext")).toContainText("Yes")
})

test("a browser without getClientCapabilities() is asked in the older ways", async ({
  page,
  demo,
}) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(PublicKeyCredential, "getClientCapabilities")
    Object.assign(PublicKeyCredential, { signalCurrentUserDetails: async () => {} })
    Reflect.deleteProperty(PublicKeyCredential, "signalUnknownCredential")
    PublicKeyCredential.isConditionalMediationAvailable = async () => false
  })
  await page.goto("/")
  await demo.open()
  await openList(demo)
  await expect(finding(demo, "conditionalGet")).toContainText("No")
  await expect(finding(demo, "signalUnknownCredential")).toContainText("No")
  await expect(finding(demo, "signalCurrentUserDetails")).toContainText("Yes")
  await expect(finding(demo, "hybridTransport")).toContainText("Not reported")
})

test("a section says what the browser lacks for it, and nothing where it lacks nothing", async ({
  page,
  context,
}) => {
  const note = "Your browser doesn’t offer passkeys in autofill."
  await page.goto("/built-in-sign-in-page")
  await expect(page.getByRole("heading", { name: "Try it" })).toBeVisible()
  await page.waitForLoadState("networkidle")
  await expect(page.getByText(note)).toBeHidden()

  const lacking = await context.newPage()
  await lacking.addInitScript(() => {
    Reflect.deleteProperty(PublicKeyCredential, "getClientCapabilities")
    PublicKeyCredential.isConditionalMediationAvailable = async () => false
  })
  await lacking.goto("/built-in-sign-in-page")
  await expect(lacking.getByText(note)).toBeVisible()
})
