import { expect, test } from "../support/fixtures"

/** Where each anchor of the page that was at /migrate leads a reader now. */
const anchors = [
  { hash: "apply-it", shows: "Apply it" },
  { hash: "deploy-it", shows: "Deploy it" },
  { hash: "undo-it", shows: "Undo it" },
  { hash: "what-is-stored", shows: "What is stored" },
  { hash: "what-is-special", shows: "Notes for each database" },
  { hash: "you-have-no-authjs-tables-yet", shows: "From scratch" },
  { hash: "you-have-an-authenticator-table-already", shows: "An older table" },
  { hash: "what-was-run", shows: "Notes for each database" },
]

for (const { hash, shows } of anchors)
  test(`/migrate#${hash} leads to what it was about, with the reader's choices`, async ({
    page,
  }) => {
    await page.goto(`/migrate?database=mysql&packageManager=pnpm#${hash}`)
    await expect(page).toHaveURL(`/database?database=mysql&packageManager=pnpm#${hash}`)
    await expect(page.getByLabel("Database")).toHaveValue("mysql")
    await expect(page.locator(`#${hash}`)).toBeInViewport()
    // Not its link in "On this page".
    const target = page.getByRole("main").getByText(shows, { exact: true })
    await expect(target.and(page.locator(":not(nav *)")).first()).toBeInViewport()
  })
