import type { PasskeyError } from "./passkey-error"
import { problems } from "./problem"

/**
 * Shows what went wrong and what to do. Screen readers announce it when
 * it appears.
 */
export function ProblemNotice({
  error,
}: {
  error: PasskeyError | undefined
}) {
  return (
    <div role="alert">
      {error && (
        <p>
          <strong>{problems[error.code].what}</strong>{" "}
          {problems[error.code].todo}
        </p>
      )}
    </div>
  )
}
