const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 365 * 24 * 3_600_000],
  ["month", 30 * 24 * 3_600_000],
  ["day", 24 * 3_600_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
]

const words = new Intl.RelativeTimeFormat("en", { numeric: "always" })

/**
 * How long ago something was, in its largest unit: `3 days ago`. It
 * doesn't depend on the time zone, so the server and the browser write
 * the same.
 *
 * @param isoTime ISO 8601.
 * @param nowMs Milliseconds since 1970.
 */
export function timeInWords(isoTime: string, nowMs: number): string {
  const passedMs = nowMs - Date.parse(isoTime)
  for (const [unit, ms] of units)
    if (passedMs >= ms)
      return words.format(-Math.floor(passedMs / ms), unit)
  return "just now"
}
