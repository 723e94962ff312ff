// @ts-check

/** @typedef {Record<string, unknown>} Json */

/**
 * JSON Merge Patch for objects: `null` removes a member, everything else replaces it. RFC 7396.
 *
 * @param {Json} target
 * @param {Json} patch
 * @returns {Json}
 */
export function mergePatch(target, patch) {
  const result = { ...target }
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name]
    else result[name] = isObject(value) ? mergePatch(asObject(result[name]), value) : value
  }
  return result
}

/**
 * @param {unknown} value
 * @returns {value is Json}
 */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value)

/**
 * @param {unknown} value
 * @returns {Json}
 */
const asObject = (value) => (isObject(value) ? value : {})
