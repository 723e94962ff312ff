import { test } from "node:test"
import type { Adapter } from "next-auth/adapters"
import { memoryAdapter } from "./memory-adapter"
import { passkeyAdapterContract } from "./passkey-adapter-contract"

// Replace this with your own.
const adapter = memoryAdapter() as Required<Adapter>

for (const [name, run] of Object.entries(passkeyAdapterContract))
  test(name, () => run(adapter))
