import type { Page } from "@playwright/test"

/**
 * Shows a page with the styles of paper. Playwright can't emulate media in Firefox: the rules for
 * `print` are applied to all media, and those for `screen` to none.
 */
export const putOnPaper = (page: Page) =>
  page.evaluate(() => {
    const change = (rules: CSSRuleList) => {
      for (const rule of rules) {
        if (rule instanceof CSSMediaRule) {
          const { mediaText } = rule.media
          if (/\bprint\b/.test(mediaText)) rule.media.mediaText = mediaText.replace("print", "all")
          else if (/\bscreen\b/.test(mediaText)) rule.media.mediaText = "not all"
        }
        if ("cssRules" in rule) change(rule.cssRules as CSSRuleList)
      }
    }
    for (const sheet of document.styleSheets) change(sheet.cssRules)
  })
