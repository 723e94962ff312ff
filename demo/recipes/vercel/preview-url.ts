const { VERCEL_ENV, VERCEL_BRANCH_URL } = process.env

// The address of a preview is known once it's deployed, so it can't be
// a value in the settings of the project.
if (VERCEL_ENV === "preview" && VERCEL_BRANCH_URL)
  process.env.AUTH_URL ??= `https://${VERCEL_BRANCH_URL}`
