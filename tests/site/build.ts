import { build } from "../../scripts/build"

/** Once, before the sites of these tests start: else each would build, at the same time. */
export default async function globalSetup() {
  await build()
}
