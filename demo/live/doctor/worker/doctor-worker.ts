import { diagnose } from "../diagnose"
import type { Input } from "../input"

// A thread of its own: the parsers are several megabytes, and reading them would hold up the page. Its
// Content-Security-Policy is its own too, and the only one of this site that allows WebAssembly.
addEventListener("message", ({ data }: MessageEvent<Input>) => postMessage(diagnose(data)))
postMessage("ready")
