import { SignInForm } from "../../recipes/autofill/app/sign-in/sign-in-form"
import { addressOf } from "../panel/made-up-name"
import type { PartProps } from "./part-props"
import { FormPart } from "./sign-in-part"

/**
 * The sign-in form with autofill: the browser suggests the reader's own passkeys in its field. The field
 * stays empty, because browsers suggest what begins with what is in it.
 */
export const AutofillPart = (props: PartProps) => (
  <>
    {props.email === undefined && (
      <p>
        This site takes made-up addresses only, such as <code>{addressOf("quiet-otter-4821")}</code>
        .
      </p>
    )}
    <FormPart Form={SignInForm} {...props} />
  </>
)
