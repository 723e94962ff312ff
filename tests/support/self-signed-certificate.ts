// Needed by @peculiar/x509, before it is loaded.
import "reflect-metadata"
import { webcrypto } from "node:crypto"
import { SubjectAlternativeNameExtension, X509CertificateGenerator } from "@peculiar/x509"

/**
 * A certificate that its own key has signed, valid for an hour. A browser accepts it only with
 * `--ignore-certificate-errors`.
 *
 * @param hosts For which hosts. A server that has several certificates chooses by them.
 * @returns The certificate and its private key, in PEM.
 */
export async function selfSignedCertificate(
  hosts: string[] = [],
): Promise<{ cert: string; key: string }> {
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" }
  const { subtle } = webcrypto
  const keys = await subtle.generateKey(algorithm, true, ["sign", "verify"])
  const names = hosts.map((value) => ({ type: "dns" as const, value }))
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: "CN=tests",
    extensions: hosts.length > 0 ? [new SubjectAlternativeNameExtension(names)] : [],
    notAfter: new Date(Date.now() + 60 * 60 * 1_000),
    signingAlgorithm: algorithm,
    keys: keys as CryptoKeyPair,
  })
  const key = Buffer.from(await subtle.exportKey("pkcs8", keys.privateKey)).toString("base64")
  return {
    cert: certificate.toString("pem"),
    key: `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----\n`,
  }
}
