// @ts-check
// Stands for `node:fs` in Prisma's parser, which reads its WebAssembly from its folder as it's loaded:
// next.config.mjs.

const address = new URL(
  "../../../../node_modules/@prisma/prisma-schema-wasm/src/prisma_schema_build_bg.wasm",
  import.meta.url,
)

/**
 * What `readFileSync` would return. Only a worker may wait like this.
 *
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {DOMException} When the file can't be loaded.
 */
export function readFileSync() {
  const request = new XMLHttpRequest()
  request.open("GET", address, false)
  request.responseType = "arraybuffer"
  request.send()
  return new Uint8Array(request.response)
}
