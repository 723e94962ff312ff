/** The mark: a key whose bow is a person. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--accent-solid)" />
      <g fill="none" stroke="var(--on-accent)" strokeWidth="2.6" strokeLinecap="round">
        <circle cx="12" cy="11" r="4.2" />
        <path d="M5.5 25c0-4 2.9-6.6 6.5-6.6h14.5M22 18.4v4.4M26.5 18.4V22" />
      </g>
    </svg>
  )
}
