import { useEffect, useRef, useState } from "react"
import { currentPage } from "./current-page"
import { GuideList } from "./guide-list"
import styles from "./guide-menu.module.css"
import { usePage } from "./page"
import { StaticText } from "./static-text"

const menuId = "guide-menu"

/** What's inert while the menu covers it on a phone. The header stays usable. */
const covered = "#content, #beside, footer"

/**
 * The pages of the guide: a column beside the text, or on narrow screens a popover that a button in
 * the header opens, even without script (HTML §6.12). The browser closes it on Escape or on a tap
 * outside, and returns the focus to the button.
 */
export function GuideMenu() {
  const { address, frontMatter } = usePage()
  const menu = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)

  useEffect(() => {
    if (menu.current) markCurrent(menu.current, address)
  }, [address])

  // `scrollIntoView` would also scroll the page.
  useEffect(() => {
    const current = menu.current?.querySelector<HTMLElement>("[aria-current]")
    if (!menu.current || !current) return
    const { offsetTop, offsetHeight } = current
    const { scrollTop, clientHeight } = menu.current
    const isInView = offsetTop >= scrollTop && offsetTop + offsetHeight <= scrollTop + clientHeight
    if (!isInView) menu.current.scrollTop = offsetTop - clientHeight / 2
  }, [address, isOpen])

  useEffect(() => {
    if (menu.current?.matches(":popover-open")) menu.current.hidePopover()
  }, [address])

  useEffect(() => {
    document.getElementById(buttonId)?.setAttribute("aria-expanded", String(isOpen))
    for (const element of document.querySelectorAll<HTMLElement>(covered)) element.inert = isOpen
  }, [isOpen])

  return (
    <div
      ref={menu}
      id={menuId}
      data-layout={frontMatter.layout}
      popover="auto"
      className={styles.menu}
      role={isOpen ? "dialog" : undefined}
      aria-label={isOpen ? "Menu" : undefined}
      onToggle={({ newState, currentTarget }) => {
        setIsOpen(newState === "open")
        const link = (selector: string) => currentTarget.querySelector<HTMLElement>(selector)
        if (newState === "open") (link("[aria-current]") ?? link("a"))?.focus()
      }}
    >
      <nav aria-label="Guide">
        <StaticText index="menu">
          {typeof window === "undefined" ? <GuideList /> : undefined}
        </StaticText>
      </nav>
    </div>
  )
}

/** Marks a page's own link, or the one above it. The list is the same on all pages, and React doesn't have it. */
function markCurrent(menu: HTMLElement, address: string): void {
  const links = Array.from(menu.querySelectorAll("a[href]"), (link) => ({
    link,
    href: link.getAttribute("href") ?? "",
  }))
  const marked = currentPage(
    links.map(({ href }) => href),
    address,
  )
  for (const { link, href } of links)
    if (href === marked?.address) link.setAttribute("aria-current", marked.current)
    else link.removeAttribute("aria-current")
}

const buttonId = "guide-menu-button"

/** Opens and closes the menu, where it isn't beside the text. */
export function MenuButton() {
  const { frontMatter } = usePage()
  return (
    <button
      id={buttonId}
      data-layout={frontMatter.layout}
      type="button"
      className={styles.button}
      popoverTarget={menuId}
      aria-expanded={false}
      aria-controls={menuId}
      aria-label="Menu"
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d="M3 6h14M3 10h14M3 14h14" stroke="currentColor" strokeWidth="1.75" />
      </svg>
    </button>
  )
}
