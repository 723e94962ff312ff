/**
 * The token of the session, from its cookie, whose name depends on whether the site is on https: see
 * Auth.js's `useSecureCookies`.
 *
 * @param cookie The value of a cookie by its name.
 */
export const sessionToken = (cookie: (name: string) => string | undefined): string | undefined =>
  cookie("__Secure-authjs.session-token") ?? cookie("authjs.session-token")
