import { passkeyAdapterContract } from "../../../demo/recipes/adapter-contract/passkey-adapter-contract"
import { describe, test } from "vitest"
import type { openContract } from "./contract-fixture"

/** The contract that readers run on their own adapter. */
export function describeAdapter(contract: Pick<ReturnType<typeof openContract>, "adapter">) {
  describe("adapter", () => {
    test.each(Object.entries(passkeyAdapterContract))("%s", (_, run) => run(contract.adapter))
  })
}
