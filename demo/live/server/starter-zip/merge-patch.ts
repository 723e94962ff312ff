type Json = Record<string, unknown>

/** JSON Merge Patch for objects: `null` removes a member, everything else replaces it. RFC 7396. */
export function mergePatch(target: Json, patch: Json): Json {
  const result = { ...target }
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name]
    else result[name] = isObject(value) ? mergePatch(asObject(result[name]), value) : value
  }
  return result
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const asObject = (value: unknown): Json => (isObject(value) ? value : {})
