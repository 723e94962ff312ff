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
      "Browsers offer passkeys in secure contexts only: https, or localhost while you develop.",
    fix: "Serve the site over https.",
    error: "insecure-context",
  },
  "address-is-ip": {
    title: "{} has an IP address in place of a domain",
    reason: "An RP ID is a domain. Browsers refuse a ceremony on an IP address.",
    fix: "Use a domain. While you develop, use localhost in place of 127.0.0.1.",
    error: "invalid-domain",
  },
  "auth-url-missing": {
    title: "AUTH_URL isn't set for {}",
    reason:
      "Without it, next start answers UntrustedHost, and behind a proxy the RP ID becomes localhost even with AUTH_TRUST_HOST. On Vercel, you don't need it.",
    fix: "Set AUTH_URL to the public origin, where the app runs.",
    error: "untrusted-host",
  },
  "auth-url-not-readable": {
    title: "AUTH_URL is {}, which isn't an address",
    reason: "Auth.js needs a complete address, with https:// at its beginning.",
    fix: "AUTH_URL=https://app.example.com",
    error: "server-configuration",
  },
  "auth-url-not-https": {
    title: "AUTH_URL is {}, without https",
    reason:
      "The expected origin follows from it. Passkeys are made on https pages, so it never fits.",
    fix: "Write https:// in place of http://.",
    error: "unexpected-origin",
  },
  "auth-url-has-path": {
    title: "AUTH_URL has the path {}",
    reason:
      "Auth.js takes the path for its own base path. Its endpoints are no longer under /api/auth.",
    fix: "Set AUTH_URL to the origin, without a path.",
  },
  "auth-url-differs": {
    title: "AUTH_URL is {}, which is another origin than the public address",
    reason: "The RP ID and the expected origin follow from AUTH_URL.",
    fix: "Set AUTH_URL to the public origin, where the app runs.",
    error: "unexpected-origin",
  },
  "rp-id-not-a-suffix": {
    title: "The RP ID {} doesn't fit the public address",
    reason:
      "An RP ID is the domain of the page, or a registrable domain above it, without a scheme and a port. Browsers refuse any other.",
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
