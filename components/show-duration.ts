/** Milliseconds for people: `12 ms`, `1.3 s`. */
export const showDuration = (milliseconds: number): string =>
  milliseconds < 999.5 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1_000).toFixed(1)} s`
