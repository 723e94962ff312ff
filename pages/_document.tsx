import { Head, Html, Main, NextScript } from "next/document"
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

const defaults = Object.fromEntries(choiceNames.map((name) => [attributeOf(name), defaultOf(name)]))

export default function Document() {
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
      </Head>
      <body>
        <Main />
        <div role="status" data-early-status="" />
        <NextScript />
      </body>
    </Html>
  )
}
