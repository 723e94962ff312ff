/** A place in a specification. */
export type Reference = { text: string; href: string }

/** Sections of Web Authentication Level 3 by the fragment of their address. */
const webauthnSections = {
  "iface-pkcredential": "5.1",
  "sctn-parseCreationOptionsFromJSON": "5.1.8",
  "sctn-parseRequestOptionsFromJSON": "5.1.9",
  "iface-authenticatorresponse": "5.2",
  "iface-authenticatorattestationresponse": "5.2.1",
  "sctn-public-key-easy": "5.2.1.1",
  "iface-authenticatorassertionresponse": "5.2.2",
  "dictionary-credential-params": "5.3",
  "dictionary-makecredentialoptions": "5.4",
  "dictionary-pkcredentialentity": "5.4.1",
  "dictionary-rp-credential-params": "5.4.2",
  "dictionary-user-credential-params": "5.4.3",
  "dictionary-authenticatorSelection": "5.4.4",
  "enum-attachment": "5.4.5",
  "enum-residentKeyRequirement": "5.4.6",
  "enum-attestation-convey": "5.4.7",
  "dictionary-assertion-options": "5.5",
  "iface-authentication-extensions-client-inputs": "5.7.1",
  "iface-authentication-extensions-client-outputs": "5.7.2",
  "iface-authentication-extensions-authenticator-outputs": "5.7.4",
  "dictionary-client-data": "5.8.1",
  "enum-credentialType": "5.8.2",
  "dictionary-credential-descriptor": "5.8.3",
  "enum-transport": "5.8.4",
  "sctn-alg-identifier": "5.8.5",
  "enum-userVerificationRequirement": "5.8.6",
  "enum-hints": "5.8.8",
  "sctn-permissions-policy": "5.9",
  "sctn-authenticator-model": "6",
  "sctn-authenticator-data": "6.1",
  "sctn-sign-counter": "6.1.1",
  "sctn-credential-backup": "6.1.3",
  "sctn-op-get-assertion": "6.3.3",
  "sctn-attestation": "6.5",
  "sctn-attested-credential-data": "6.5.1",
  "sctn-encoded-credPubKey-examples": "6.5.1.1",
  "sctn-attestation-formats": "6.5.2",
  "sctn-generating-an-attestation-object": "6.5.4",
  "sctn-signature-attestation-types": "6.5.5",
  "sctn-registering-a-new-credential": "7.1",
  "sctn-verifying-assertion": "7.2",
  "sctn-attstn-fmt-ids": "8.1",
  "sctn-packed-attestation": "8.2",
  "sctn-packed-attestation-cert-requirements": "8.2.1",
  "sctn-tpm-attestation": "8.3",
  "sctn-android-key-attestation": "8.4",
  "sctn-key-attstn-cert-requirements": "8.4.1",
  "sctn-android-safetynet-attestation": "8.5",
  "sctn-fido-u2f-attestation": "8.6",
  "sctn-none-attestation": "8.7",
  "sctn-apple-anonymous-attestation": "8.8",
  "sctn-compound-attestation": "8.9",
  "sctn-appid-extension": "10.1.1",
  "sctn-appid-exclude-extension": "10.1.2",
  "sctn-authenticator-credential-properties-extension": "10.1.3",
  "prf-extension": "10.1.4",
  "sctn-large-blob-extension": "10.1.5",
  "sctn-cryptographic-challenges": "13.5.3",
  "sctn-timeout-recommended-range": "15.1",
}

/** A section of Web Authentication Level 3. */
export const webauthn = (fragment: keyof typeof webauthnSections): Reference => ({
  text: `WebAuthn L3 §${webauthnSections[fragment]}`,
  href: `https://www.w3.org/TR/webauthn-3/#${fragment}`,
})

/** A section of an RFC. */
export const rfc = (number: number, section: string): Reference => ({
  text: `RFC ${number} §${section}`,
  href: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`,
})

/** A section of the Client to Authenticator Protocol 2.1. */
export const ctap = (section: string): Reference => ({
  text: `CTAP 2.1 §${section}`,
  href: "https://fidoalliance.org/specs/fido-v2.1-ps-20210615/fido-client-to-authenticator-protocol-v2.1-ps-errata-20220621.html",
})

/** Version 2.2 of it, for what is new there. */
export const ctap22: Reference = {
  text: "CTAP 2.2 §12",
  href: "https://fidoalliance.org/specs/fido-v2.2-ps-20250714/fido-client-to-authenticator-protocol-v2.2-ps-20250714.html",
}

/** A section of Trusted Platform Module 2.0, Part 2: Structures. */
export const tpm = (section: string): Reference => ({
  text: `TPM 2.0 Part 2 §${section}`,
  href: "https://trustedcomputinggroup.org/resource/tpm-library-specification/",
})
