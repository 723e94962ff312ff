export default {
  "better-auth": "To Better Auth",
  simplewebauthn: "To SimpleWebAuthn alone",
  "from-simplewebauthn": "From SimpleWebAuthn",
}
