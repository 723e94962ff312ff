/** What `curl -i` prints for an app behind a proxy that lacks `AUTH_URL`. */
export const example = {
  site: "https://app.example.com",
  text: `$ curl -sSi 'https://app.example.com/api/auth/webauthn-options/passkey?action=authenticate'
HTTP/1.1 200 OK
Server: nginx
Content-Type: application/json
Set-Cookie: authjs.challenge=eyJhbGciOiJkaXIi; Max-Age=900; Path=/; HttpOnly; SameSite=Lax

{"action":"authenticate","options":{"rpId":"localhost","challenge":"Vu8uDqnkwOjd83KLj6Scn2BgFNLFbGR7Kq_XJJwQnnY","timeout":300000,"userVerification":"required"}}
`,
}
