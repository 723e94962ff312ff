/** COSE algorithm identifiers that WebAuthn meets, by IANA's registry "COSE Algorithms". */
const algorithms = new Map<number, [name: string, explanation: string]>([
  [-7, ["ES256", "ECDSA with SHA-256. In WebAuthn always on the curve P-256."]],
  [-8, ["EdDSA", "EdDSA. In WebAuthn always on the curve Ed25519."]],
  [-9, ["ESP256", "ECDSA with SHA-256 on the curve P-256."]],
  [-19, ["Ed25519", "EdDSA on the curve Ed25519."]],
  [-35, ["ES384", "ECDSA with SHA-384. In WebAuthn always on the curve P-384."]],
  [-36, ["ES512", "ECDSA with SHA-512. In WebAuthn always on the curve P-521."]],
  [-37, ["PS256", "RSASSA-PSS with SHA-256."]],
  [-38, ["PS384", "RSASSA-PSS with SHA-384."]],
  [-39, ["PS512", "RSASSA-PSS with SHA-512."]],
  [-47, ["ES256K", "ECDSA with SHA-256 on the curve secp256k1."]],
  [-48, ["ML-DSA-44", "ML-DSA with the parameter set 44, made to withstand quantum computers."]],
  [-49, ["ML-DSA-65", "ML-DSA with the parameter set 65, made to withstand quantum computers."]],
  [-50, ["ML-DSA-87", "ML-DSA with the parameter set 87, made to withstand quantum computers."]],
  [-51, ["ESP384", "ECDSA with SHA-384 on the curve P-384."]],
  [-52, ["ESP512", "ECDSA with SHA-512 on the curve P-521."]],
  [-53, ["Ed448", "EdDSA on the curve Ed448."]],
  [-257, ["RS256", "RSASSA-PKCS1-v1_5 with SHA-256. Windows Hello uses it."]],
  [-258, ["RS384", "RSASSA-PKCS1-v1_5 with SHA-384."]],
  [-259, ["RS512", "RSASSA-PKCS1-v1_5 with SHA-512."]],
  [-65_535, ["RS1", "RSASSA-PKCS1-v1_5 with SHA-1. Old TPMs sign attestation with it."]],
])

/** `-7 (ES256)`, or the number alone where it is not known. */
export function showAlgorithm(identifier: number): string {
  const name = algorithms.get(identifier)?.[0]
  return name ? `${identifier} (${name})` : String(identifier)
}

/** What an algorithm is, in a sentence. */
export const explainAlgorithm = (identifier: number): string =>
  algorithms.get(identifier)?.[1] ?? "An algorithm that this page doesn't know."
