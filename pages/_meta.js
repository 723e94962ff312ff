export default {
  "*": { theme: { breadcrumb: false } },
  index: "Introduction",
  install: "Install the peer dependencies",
  migrate: "Migrate the database",
  configure: "Configure Auth.js",
  "built-in-sign-in-page": "Built-in sign-in page",
  "custom-sign-in-page": "Custom sign-in page",
  reference: { type: "separator", title: "Reference" },
  "support-matrix": "Support matrix",
  glossary: "Glossary",
  404: { display: "hidden" },
  500: { display: "hidden" },
}
