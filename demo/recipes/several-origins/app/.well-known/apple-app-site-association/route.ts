/**
 * Lets your app for iOS or macOS use the passkeys of this site. An
 * entry is the team id and the bundle id of an app:
 * https://developer.apple.com/documentation/xcode/supporting-associated-domains
 */
export function GET() {
  return Response.json({
    webcredentials: { apps: ["A1B2C3D4E5.com.example.app"] },
  })
}
