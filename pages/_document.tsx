import { Head, Html, Main, NextScript, type DocumentProps } from "next/document"
import {
  attributeOf,
  choiceNames,
  choiceScript,
  choiceStyles,
  choiceStylesWithoutScript,
  defaultOf,
} from "../components/choices"
import { earlyInputScript } from "../components/early-input/early-input-script"
import { colorSchemeScript } from "../components/theme/color-scheme"
import { siteOrigin } from "../components/theme/origin"
import { SharedHead } from "../components/theme/shared-head"
import { siteName } from "../components/site-name"
import type { SharedPage } from "../components/theme/structured-data"

// See next.config.mjs. This file is in no page's script.
const guidePages = JSON.parse(process.env.GUIDE_PAGES ?? "[]") as SharedPage[]

const defaults = Object.fromEntries(choiceNames.map((name) => [attributeOf(name), defaultOf(name)]))

export default function Document({ __NEXT_DATA__ }: DocumentProps) {
  const page = guidePages.find(({ address }) => address === __NEXT_DATA__.page)
  return (
    <Html lang="en" {...defaults}>
      <Head>
        <style dangerouslySetInnerHTML={{ __html: choiceStyles }} />
        <script dangerouslySetInnerHTML={{ __html: colorSchemeScript }} />
        <script dangerouslySetInnerHTML={{ __html: choiceScript }} />
        <script dangerouslySetInnerHTML={{ __html: earlyInputScript }} />
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
