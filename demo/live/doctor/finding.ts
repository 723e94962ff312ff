import type { FindingId } from "./finding-texts"

/** Where something stands. */
export type Place = { file: string; line: number }

/** What a check has found, before it is put into words. */
export type Found = Place & {
  id: FindingId
  /** What stands there: a package and its version, a column, an address. */
  subject: string
}

/** A mistake, in words. */
export type Finding = Found & {
  title: string
  reason: string
  fix: string
  /** The page of this guide about the error that it leads to: `/errors/…`. */
  error?: string
}

/** A file, or the input as a whole, that could not be read. */
export type Unread = Place & { message: string }

export type Diagnosis = {
  findings: Finding[]
  unread: Unread[]
  /** What was looked at: the paths of the files. */
  read: string[]
}
