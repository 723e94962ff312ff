/** The type is in guide.ts: here, it could not refer to other files. */
declare module "guide-as-markdown" {
  const guide: unknown
  export default guide
}
