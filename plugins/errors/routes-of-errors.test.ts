import { expect, test } from "vitest"
import { withoutErrors } from "./routes-of-errors.mjs"

const manifest = (script: string) => {
  const self: { __BUILD_MANIFEST?: unknown; isReady?: boolean } = {}
  new Function("self", script)({ ...self, __BUILD_MANIFEST_CB: () => (self.isReady = true) })
  return new Function("self", `${script}; return self.__BUILD_MANIFEST`)(self)
}

const script = `self.__BUILD_MANIFEST = (function(a){return {__rewrites:{afterFiles:[{has:undefined}]},
  "/":[a,"index.js"],"/errors":[a,"errors.js"],"/errors/one":[a,"one.js"],
  sortedPages:["/","/_app","/errors","/errors/one"]}}("a.css"));self.__BUILD_MANIFEST_CB && self.__BUILD_MANIFEST_CB()`

test("the list of routes is without the pages of errors, and otherwise the same", () => {
  expect(manifest(withoutErrors(script))).toEqual({
    __rewrites: { afterFiles: [{ has: undefined }] },
    "/": ["a.css", "index.js"],
    "/errors": ["a.css", "errors.js"],
    sortedPages: ["/", "/_app", "/errors"],
  })
})

test("a list that Next.js writes otherwise fails the build", () => {
  expect(() => withoutErrors("self.other = {}")).toThrow("no longer lists")
})
