import { useSyncExternalStore } from "react"
import { practice } from "../practice-state"

export const usePractice = () =>
  useSyncExternalStore(practice.subscribe, practice.get, practice.get)
