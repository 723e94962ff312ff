import { afterAll, beforeAll } from "vitest"
import { makeTemporaryFolder } from "../support/temporary-folder"
import { describeLimits } from "./limits"

let folder: Awaited<ReturnType<typeof makeTemporaryFolder>>
beforeAll(async () => void (folder = await makeTemporaryFolder()))
afterAll(() => folder.remove())

describeLimits(async () => folder.sqlite("limits"))
