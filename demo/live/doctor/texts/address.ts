/** Mistakes in the public address and in `AUTH_URL`. */
export const addressTexts = {
  "address-not-readable": {
    title: "{} isn't an address",
    reason: "The doctor compares it with AUTH_URL and with the RP ID.",
    fix: "Write it as in the browser's address bar: https://app.example.com",
  },
  "address-not-https": {
    title: "{} isn't https",
    reason:
      "Browsers offer passkeys only in secure contexts: https, or localhost during development.",
    fix: "Serve the site over https.",
    error: "insecure-context",
  },
  "address-is-ip": {
    title: "{} has an IP address instead of a domain",
    reason: "An RP ID is a domain. Browsers refuse a ceremony on an IP address.",
    fix: "Use a domain. During development, use localhost instead of 127.0.0.1.",
    error: "invalid-domain",
  },
  "auth-url-missing": {
    title: "AUTH_URL isn't set for {}",
    reason:
      "Without it, next start answers UntrustedHost. With AUTH_TRUST_HOST instead, the RP ID behind a proxy becomes the name that the server listens on, such as localhost. On Vercel, the RP ID then follows the address of each request.",
    fix: "Where the app runs, set AUTH_URL to the public origin.",
    error: "untrusted-host",
  },
  "auth-url-not-readable": {
    title: "AUTH_URL is {}, which isn't an address",
    reason: "Auth.js needs a complete address that begins with https://.",
    fix: "AUTH_URL=https://app.example.com",
    error: "server-configuration",
  },
  "auth-url-not-https": {
    title: "AUTH_URL is {}, without https",
    reason:
      "The expected origin is derived from it. Passkeys are created on https pages, so it never matches.",
    fix: "Write https:// instead of http://.",
    error: "unexpected-origin",
  },
  "auth-url-has-path": {
    title: "AUTH_URL has the path {}",
    reason:
      "Auth.js uses the path as its own base path, so its endpoints are no longer under /api/auth.",
    fix: "Set AUTH_URL to the origin, without a path.",
  },
  "auth-url-public-suffix": {
    title: "AUTH_URL is {}, which is a public suffix",
    reason:
      "The RP ID is derived from it. Everybody can get a name under a public suffix, so browsers refuse it as an RP ID.",
    fix: "Set AUTH_URL to the address of your app, such as https://my-app.vercel.app.",
    error: "rp-id-not-for-this-domain",
  },
  "auth-url-differs": {
    title: "AUTH_URL is {}, which isn't the origin of the public address",
    reason: "The RP ID and the expected origin are derived from AUTH_URL.",
    fix: "Where the app runs, set AUTH_URL to the public origin.",
    error: "unexpected-origin",
  },
  "rp-id-not-a-suffix": {
    title: "The RP ID {} doesn't fit the public address",
    reason:
      "An RP ID is the domain of the page, or a registrable domain above it, without a scheme or a port. Browsers refuse anything else.",
    fix: "Remove relayingParty.id, or set it to your domain.",
    error: "rp-id-not-for-this-domain",
  },
  "relying-party-origin-differs": {
    title: "relayingParty.origin is {}, which isn't the origin of the public address",
    reason: "Auth.js compares it with the origin of the page, character by character.",
    fix: "Remove relayingParty.origin, or set it to the public origin, without a path.",
    error: "unexpected-origin",
  },
}
