import { expect } from "@playwright/test"

/** Expects that the log of a reader's app has no error of Auth.js and none of Next.js. */
export const expectNoError = (log: string) => expect(log).not.toMatch(/\[auth\]\[error\]|⨯/)
