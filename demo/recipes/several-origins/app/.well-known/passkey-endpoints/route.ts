/**
 * Password managers ask the RP ID's host where people create a passkey
 * and where they manage theirs:
 * https://www.w3.org/TR/passkey-endpoints/
 */
export function GET() {
  return Response.json({
    enroll: "https://example.com/settings",
    manage: "https://example.com/settings",
  })
}
