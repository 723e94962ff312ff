import { Head, Html, Main, NextScript } from "next/document"
import {
  choiceScript,
  choiceStyles,
  choiceStylesWithoutScript,
  choiceTabStyles,
} from "../components/choice-styles"
import { attributeOf, choiceNames, defaultOf } from "../components/choices"
import { colorSchemeScript } from "../components/theme/color-scheme"
import { donePagesScript } from "../components/theme/done-styles"

const defaults = Object.fromEntries(choiceNames.map((name) => [attributeOf(name), defaultOf(name)]))

export default function Document() {
  return (
    <Html lang="en" {...defaults}>
      <Head>
        <style dangerouslySetInnerHTML={{ __html: choiceStyles + choiceTabStyles }} />
        <script dangerouslySetInnerHTML={{ __html: colorSchemeScript }} />
        <script dangerouslySetInnerHTML={{ __html: choiceScript }} />
        <script dangerouslySetInnerHTML={{ __html: donePagesScript }} />
        <noscript>
          <style dangerouslySetInnerHTML={{ __html: choiceStylesWithoutScript }} />
        </noscript>
      </Head>
      <body>
        <Main />
        <NextScript />
      </body>
    </Html>
  )
}
