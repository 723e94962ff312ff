import { passkeyAdapterContract } from "../../demo/recipes/adapter-contract/passkey-adapter-contract"
import type { Adapter } from "next-auth/adapters"

/** The names of the cases of the readers' contract that an adapter fails. */
export async function failedCasesOf(adapter: Adapter): Promise<string[]> {
  const failed: string[] = []
  for (const [name, run] of Object.entries(passkeyAdapterContract))
    await run(adapter as Required<Adapter>).catch(() => failed.push(name))
  return failed
}
