export default {
  "better-auth": "To Better Auth",
  "better-auth-sql": "To Better Auth with SQL",
  simplewebauthn: "To SimpleWebAuthn",
  "from-simplewebauthn": "From SimpleWebAuthn",
}
