/** A page of the guide that the skill contains, and when an assistant reads it. */
export type Reference = {
  /** Without query and fragment: `/install`. */
  address: string
  /** What makes sure that the step is done. Absent: there is nothing to do on this page. */
  check?: string
}
