type Policy = { allowsFeature(feature: string): boolean; features(): string[] }

/**
 * Whether the permissions policy lets this page use a feature (WebAuthn L3 §5.9).
 *
 * @returns `undefined` in browsers that do not tell: all but Chromium's, at the time of writing.
 */
export function allowsFeature(feature: string): boolean | undefined {
  const { permissionsPolicy, featurePolicy } = document as {
    permissionsPolicy?: Policy
    featurePolicy?: Policy
  }
  const policy = permissionsPolicy ?? featurePolicy
  if (!policy?.features().includes(feature)) return undefined
  return policy.allowsFeature(feature)
}
