/** The files that a package manager needs beside `package.json`, by their paths. */
export const packageManagerSettings: Record<string, Record<string, string>> = {
  // pnpm ends with ERR_PNPM_IGNORED_BUILDS until somebody has said whether these may run scripts. They
  // need none: `prisma migrate` fetches its engine when it is run.
  pnpm: {
    "pnpm-workspace.yaml": `allowBuilds:
  "@prisma/engines": false
  prisma: false
`,
  },
  yarn: {
    // For Yarn 1. On Node.js 20 it refuses a package of Prisma's that asks for Node.js 22 and that
    // the app doesn't use.
    ".yarnrc": "--ignore-engines true\n",
    // For Yarn 2 and later. Prisma's commands don't find their packages in Yarn's zip files.
    ".yarnrc.yml": "nodeLinker: node-modules\n",
  },
}
