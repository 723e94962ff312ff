/** Turns the practice passkey on and off. */
export function PracticeSwitch() {
  return null
}
