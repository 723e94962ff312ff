import type { AppProps } from "next/app"
import localFont from "next/font/local"
import { useEffect } from "react"
import "../components/theme/tokens.css"
import "../components/theme/base.css"
import "../components/theme/prose.css"
import "../components/theme/tables.css"
import "../components/theme/code.css"
import "../components/theme/copy-page.css"
import "../components/theme/errors.css"
import "../components/answer-grid.css"
import "../components/picture/picture.css"
import "../components/theme/page-contents.css"
import "../components/site.css"
import "../components/chooser.css"
import "../components/choice-tabs.css"
import type {} from "../components/early-input/early-input"
import "../components/theme/print.css"
import { LiveDemoHost } from "../demo/live/panel/live-demo"

const display = localFont({
  src: "../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2",
  weight: "200 800",
  display: "optional",
  variable: "--font-display",
  declarations: [{ prop: "font-stretch", value: "100%" }],
})

export default function App({ Component, pageProps }: AppProps) {
  // The effects of all components have run before this one: they listen.
  useEffect(() => window.carryOutEarlyInput?.(), [])
  return (
    <div className={display.variable}>
      <Component {...pageProps} />
      <LiveDemoHost />
    </div>
  )
}
