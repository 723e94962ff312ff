import {
  register,
  registrationOptions,
} from "../../../../passkeys/registration"
import { relyingParty } from "../../../../passkeys/server-settings"
import { signOut } from "../../../../passkeys/sessions"
import { signIn, signInOptions } from "../../../../passkeys/sign-in"

const steps: Record<string, (request: Request) => Promise<Response>> = {
  "sign-in-options": signInOptions,
  "sign-in": signIn,
  "registration-options": registrationOptions,
  registration: register,
  "sign-out": signOut,
}

/** All steps are requests of your own pages, with JSON. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ step: string }> },
) {
  const { step } = await params
  const respond = Object.hasOwn(steps, step) ? steps[step] : undefined
  if (!respond) return new Response(null, { status: 404 })
  if (request.headers.get("origin") !== relyingParty.origin)
    return new Response(null, { status: 403 })
  try {
    return await respond(request)
  } catch (error) {
    // What was wrong is for your log, not for whoever tries things out.
    console.error(error)
    return Response.json({ error: "Refused" }, { status: 400 })
  }
}
