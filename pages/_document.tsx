import { Head, Html, Main, NextScript, type DocumentProps } from "next/document"
import {
  choiceScript,
  choiceStyles,
  choiceStylesWithoutScript,
  choiceTabStyles,
} from "../components/choice-styles"
import { attributeOf, choiceNames, defaultOf } from "../components/choices"
import { earlyInputScript } from "../components/early-input/early-input-script"
import { siteName } from "../components/site-name"
import { colorSchemeScript } from "../components/theme/color-scheme"
import { donePagesScript } from "../components/theme/done-styles"
import { siteOrigin } from "../components/theme/origin"
import { SharedHead } from "../components/theme/shared-head"
import type { SharedPage } from "../components/theme/structured-data"

// See next.config.mjs. This file is in no page's script.
const guidePages = JSON.parse(process.env.GUIDE_PAGES ?? "[]") as SharedPage[]

const defaults = Object.fromEntries(choiceNames.map((name) => [attributeOf(name), defaultOf(name)]))

export default function Document({ __NEXT_DATA__ }: DocumentProps) {
  const page = guidePages.find(({ address }) => address === __NEXT_DATA__.page)
  return (
    <Html lang="en" {...defaults}>
      <Head>
        <style dangerouslySetInnerHTML={{ __html: choiceStyles + choiceTabStyles }} />
        <script dangerouslySetInnerHTML={{ __html: colorSchemeScript }} />
        <script dangerouslySetInnerHTML={{ __html: choiceScript }} />
        <script dangerouslySetInnerHTML={{ __html: earlyInputScript }} />
        <script dangerouslySetInnerHTML={{ __html: donePagesScript }} />
        <noscript>
          <style dangerouslySetInnerHTML={{ __html: choiceStylesWithoutScript }} />
        </noscript>
        <link
          rel="alternate"
          type="application/atom+xml"
          title={`${siteName}: changes`}
          href="/feed.xml"
        />
        {page && <SharedHead page={page} pages={guidePages} origin={siteOrigin()} />}
      </Head>
      <body>
        <Main />
        <div role="status" data-early-status="" />
        <NextScript />
      </body>
    </Html>
  )
}
