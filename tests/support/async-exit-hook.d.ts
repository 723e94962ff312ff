/** The part that tests use. The package has no types. */
declare module "async-exit-hook" {
  const exitHook: {
    /** The events on which it ends something. */
    hookedEvents(): string[]
    /** Ends nothing on this event any more. */
    unhookEvent(event: string): void
  }
  export default exitHook
}
