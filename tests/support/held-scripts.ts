import type { Page } from "@playwright/test"

/**
 * Holds back every script of the site, as a slow network does. To be called before the page is opened,
 * with `waitUntil: "commit"`.
 *
 * @returns Lets them come.
 */
export async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await released
    await route.continue()
  })
  return release
}
