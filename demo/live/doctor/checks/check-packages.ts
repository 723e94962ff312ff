import type { Found } from "../finding"
import type { App } from "../read-app"
import { dependencyOf, isOlder, type Dependency, type PackageJson } from "../read-packages"
import { constructionsOfPrisma } from "../typescript/prisma-client"
import { isPasskey } from "../typescript/providers"

const release = (major: number, minor: number, patch: number, prerelease = "") => ({
  major,
  minor,
  patch,
  prerelease,
})

/** The versions that fit together: the table on the page /support-matrix. */
const oldest = {
  "next-auth": release(5, 0, 0, "beta.32"),
  "@simplewebauthn/server": release(9, 0, 2),
  "@simplewebauthn/browser": release(9, 0, 1),
  "@auth/prisma-adapter": release(2, 11, 3),
}

/** Packages that don't fit together, in each `package.json`. */
export const checkPackages = (app: App): Found[] => [
  ...app.packages.flatMap(({ dependencies }) => [
    ...dependencies.flatMap(versionProblem),
    ...differingPrisma(dependencies),
  ]),
  ...missingPackages(app),
  ...missingDriverAdapter(app),
]

/** A package with its version, as people say it. */
const found = (id: Found["id"], { name, range, file, line }: Dependency): Found => ({
  id,
  subject: `${name} ${range}`,
  file,
  line,
})

function versionProblem(dependency: Dependency): Found[] {
  const { name, range, version } = dependency
  const isOld = (than: keyof typeof oldest) =>
    version ? isOlder(version, oldest[than]) : range === "latest"
  if (name === "next-auth" && isOld(name)) return [found("next-auth-too-old", dependency)]
  if (name === "@simplewebauthn/server" || name === "@simplewebauthn/browser")
    return range === "latest" ||
      (version && (version.major !== 9 || isOlder(version, oldest[name])))
      ? [found("simplewebauthn-not-9", dependency)]
      : []
  if (name.startsWith("@simplewebauth/"))
    return [{ ...found("misspelt-package", dependency), subject: name }]
  const isOldAdapter = name === "@auth/prisma-adapter" && version && isOld(name)
  if (isOldAdapter || name === "@next-auth/prisma-adapter")
    return [found("prisma-adapter-too-old", dependency)]
  return []
}

/** Exact versions that differ in any part, and ranges that differ in their major version. */
function differingPrisma(dependencies: readonly Dependency[]): Found[] {
  const client = dependencies.find(({ name }) => name === "@prisma/client")
  const one = client?.version
  if (!one) return []
  const isExact = ({ range }: Dependency) => /^\d/.test(range)
  return dependencies
    .filter(({ name }) => name === "prisma" || /^@prisma\/adapter-/.test(name))
    .filter((other) => {
      const { version } = other
      if (!version) return false
      if (version.major !== one.major) return true
      return isExact(client) && isExact(other) && (isOlder(version, one) || isOlder(one, version))
    })
    .map((other) => found("prisma-versions-differ", other))
}

function missingPackages({ packages, authCalls, modules }: App): Found[] {
  const [first] = packages
  if (!first || !dependencyOf(packages, "next-auth")) return []
  const usesPasskeys = authCalls.some(({ config }) => config.providers.some(isPasskey))
  const usesBrowser = modules.some(({ importedFrom }) =>
    importedFrom.some(({ from }) =>
      ["next-auth/webauthn", "@simplewebauthn/browser"].includes(from),
    ),
  )
  const wanted = [
    ...(usesPasskeys ? ["@simplewebauthn/server"] : []),
    ...(usesBrowser ? ["@simplewebauthn/browser"] : []),
  ]
  return wanted
    .filter((name) => !dependencyOf(packages, name))
    .map((subject) => ({ id: "simplewebauthn-missing", subject, file: first.path, line: 1 }))
}

/** The major version of Prisma, or `undefined` where no `package.json` says it. */
export const majorOfPrisma = (packages: readonly PackageJson[]): number | undefined =>
  (dependencyOf(packages, "@prisma/client") ?? dependencyOf(packages, "prisma"))?.version?.major

/** Where the code that makes the client wasn't given. Otherwise the code says it. */
function missingDriverAdapter({ packages, modules }: App): Found[] {
  const names = packages.flatMap(({ dependencies }) => dependencies.map(({ name }) => name))
  const client = dependencyOf(packages, "@prisma/client")
  if (!client || (majorOfPrisma(packages) ?? 0) < 7) return []
  if (constructionsOfPrisma(modules).length > 0) return []
  if (names.some((name) => /\badapter-|accelerate/.test(name) && /prisma/.test(name))) return []
  return [found("prisma-without-driver-adapter", client)]
}
