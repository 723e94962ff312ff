export default {
  "better-auth": "To Better Auth",
  simplewebauthn: "To SimpleWebAuthn",
  "from-simplewebauthn": "From SimpleWebAuthn",
}
