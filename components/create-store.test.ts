import { expect, test } from "vitest"
import { createStore } from "./create-store"

test("the first value is made once, when it is first asked for", () => {
  let made = 0
  const store = createStore(() => ({ made: ++made }))
  expect(made).toBe(0)
  expect(store.get()).toBe(store.get())
  expect(made).toBe(1)
})

test("a first value of undefined is made once too", () => {
  let made = 0
  const store = createStore(() => void made++)
  store.get()
  store.get()
  expect(made).toBe(1)
})

test("listeners hear of a new value until they stop", () => {
  const store = createStore(() => 1)
  const heard: number[] = []
  const stop = store.subscribe(() => heard.push(store.get()))
  store.set(2)
  stop()
  store.set(3)
  expect(heard).toEqual([2])
})
