import { brotliCompressSync, constants } from "node:zlib"

/** How many bytes of a file travel when it is compressed with brotli at its best. */
export const compressedSize = (file: Buffer): number =>
  brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).byteLength
