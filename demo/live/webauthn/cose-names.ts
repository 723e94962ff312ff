/** A key type of COSE (RFC 9053 §7), and the parameters that a public key of it has. */
type KeyType = { name: string; explanation: string; parameters: Map<number, [string, string]> }

const curve: [string, string] = ["crv", "The curve that the key is a point of."]

/** Key types by their number in `kty`. */
export const keyTypes = new Map<number, KeyType>([
  [
    1,
    {
      name: "OKP",
      explanation: "Octet key pair: a key on a curve of which one coordinate is enough.",
      parameters: new Map([
        [-1, curve],
        [-2, ["x", "The public key."]],
      ]),
    },
  ],
  [
    2,
    {
      name: "EC2",
      explanation: "Elliptic curve with two coordinates.",
      parameters: new Map([
        [-1, curve],
        [-2, ["x", "The first coordinate of the public key."]],
        [-3, ["y", "The second coordinate of the public key. WebAuthn requires it in full."]],
      ]),
    },
  ],
  [
    3,
    {
      name: "RSA",
      explanation: "RSA.",
      parameters: new Map([
        [-1, ["n", "The modulus. Its length is the key's size."]],
        [-2, ["e", "The public exponent, mostly 65537."]],
      ]),
    },
  ],
  [
    7,
    {
      name: "AKP",
      explanation: "Algorithm key pair: what the key is follows from its algorithm.",
      parameters: new Map([[-1, ["pub", "The public key."]]]),
    },
  ],
])

/** A curve: its name in JWK, the length of a coordinate in bytes, and its object identifier. */
type Curve = { name: string; kty: number; length: number; oid: string }

/** Curves by their number in `crv`. RFC 9053 §7.1, RFC 8812 §4.2. */
export const curves = new Map<number, Curve>([
  [1, { name: "P-256", kty: 2, length: 32, oid: "1.2.840.10045.3.1.7" }],
  [2, { name: "P-384", kty: 2, length: 48, oid: "1.3.132.0.34" }],
  [3, { name: "P-521", kty: 2, length: 66, oid: "1.3.132.0.35" }],
  [4, { name: "X25519", kty: 1, length: 32, oid: "1.3.101.110" }],
  [5, { name: "X448", kty: 1, length: 56, oid: "1.3.101.111" }],
  [6, { name: "Ed25519", kty: 1, length: 32, oid: "1.3.101.112" }],
  [7, { name: "Ed448", kty: 1, length: 57, oid: "1.3.101.113" }],
  [8, { name: "secp256k1", kty: 2, length: 32, oid: "1.3.132.0.10" }],
])
