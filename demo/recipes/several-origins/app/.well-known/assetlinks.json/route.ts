/**
 * Lets your Android app use the passkeys of this site:
 * https://developer.android.com/identity/sign-in/credential-manager
 */
export function GET() {
  return Response.json([
    {
      relation: [
        "delegate_permission/common.handle_all_urls",
        "delegate_permission/common.get_login_creds",
      ],
      target: {
        namespace: "android_app",
        package_name: "com.example.app",
        sha256_cert_fingerprints: [
          "ED:DD:51:D1:47:7D:4B:75:86:B8:D5:72:BC:93:65:3F:F6:5E:D8:45:05:B0:33:6C:DD:53:45:D5:8B:4B:03:17",
        ],
      },
    },
  ])
}
