import { LaneDrawing } from "../../../../components/picture/lane-drawing"
import { LaneList } from "../../../../components/picture/lane-list"
import { demoActions } from "../../panel/demo-actions"
import type { ExplainedKind } from "../../recording/ceremony"
import { ceremonyLanes, ceremonySteps } from "../ceremony-lanes.mjs"

const titles = {
  registration: "Registration, message by message",
  authentication: "Authentication, message by message",
}

const buttons = { registration: demoActions.register, authentication: demoActions.signIn }

/** A ceremony as lanes, and as a list where there is no room for lanes. */
export function CeremonyDrawing({ ceremony }: { ceremony: ExplainedKind }) {
  const title = titles[ceremony]
  const parts = { lanes: ceremonyLanes, steps: ceremonySteps[ceremony] }
  return (
    <figure aria-label={title}>
      <LaneDrawing title={title} {...parts} />
      <LaneList {...parts} />
      <figcaption className="picture-caption">
        Select a message to read what it is for. Press <strong>{buttons[ceremony].button}</strong>{" "}
        in the <a href="#live-demo">live demo</a>, and each step lights up and shows how long it
        took.
      </figcaption>
    </figure>
  )
}
