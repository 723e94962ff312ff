import { siteName, tagline } from "../../../../components/site-name"
import type { GuidePage } from "./guide-pages"

/** The size of a card in pixels: what every network shows whole, at 1.91 to 1. */
export const cardSize = { width: 1200, height: 630 }

/** The dark colors of components/theme/tokens.css, which a drawing can't read. */
const colors = {
  page: "#0e1412",
  ink: "#e8eeeb",
  muted: "#9fada6",
  accent: "#6fe0b4",
  mark: "#0b7551",
}

/**
 * The picture that stands for a page where its link is shared. Satori, which draws it, knows a part of
 * CSS, and needs every style at its element.
 *
 * @param mark The site's mark as a `data:` URL.
 */
export function Card({ page, mark }: { page: GuidePage; mark: string }) {
  const isFront = page.address === "/"
  const title = isFront ? sentence(tagline) : page.title
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        width: "100%",
        height: "100%",
        padding: "64px 80px 56px",
        borderBottom: `16px solid ${colors.mark}`,
        background: colors.page,
        color: colors.ink,
        fontFamily: "Bricolage Grotesque",
      }}
    >
      <div
        style={{ display: "flex", alignItems: "center", gap: 28, fontSize: 44, fontWeight: 700 }}
      >
        <img src={mark} width={76} height={76} alt="" />
        {siteName}
      </div>
      <div
        style={{
          display: "flex",
          flexDirection: "column",
          justifyContent: "center",
          flexGrow: 1,
        }}
      >
        {!isFront && page.section && (
          <div style={{ marginBottom: 16, color: colors.accent, fontSize: 38, fontWeight: 700 }}>
            {page.section}
          </div>
        )}
        <div
          style={{
            display: "block",
            fontSize: titleSize(title),
            fontWeight: 700,
            lineHeight: 1.08,
            letterSpacing: "-0.02em",
            textWrap: title.length > 48 ? "wrap" : "balance",
            lineClamp: 3,
          }}
        >
          {title}
        </div>
      </div>
      <div style={{ display: "flex", height: 40, color: colors.muted, fontSize: 34 }}>
        {isFront ? "" : sentence(tagline)}
      </div>
    </div>
  )
}

/** In pixels. Three lines of the smallest size hold 80 characters. */
function titleSize(title: string): number {
  if (title.length <= 28) return 104
  return title.length <= 48 ? 88 : 76
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
