// @ts-check
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript"
import { importX } from "eslint-plugin-import-x"
import reactHooks from "eslint-plugin-react-hooks"
import tseslint from "typescript-eslint"

/**
 * Who may import whom: docs/decisions/002-rooms.md. Each row names a room and what it may not reach.
 * @type {{ target: string, from: string, except?: string[], message: string }[]}
 */
const zones = [
  {
    target: "./demo/starter",
    from: ".",
    except: ["./demo/starter", "./node_modules"],
    message: "The starter imports packages and its own files only: readers copy it out.",
  },
  {
    target: "./demo/recipes",
    from: ".",
    except: ["./demo/recipes", "./demo/starter", "./node_modules"],
    message: "A recipe imports packages, the starter and its own files only: readers copy it out.",
  },
  {
    target: "./components",
    from: ".",
    except: ["./components", "./node_modules"],
    message: "Components import packages and each other: they know nothing of passkeys.",
  },
  {
    target: "./demo/live/webauthn",
    from: ".",
    except: ["./demo/live/webauthn", "./node_modules"],
    message: "webauthn/ reads bytes: it imports packages and its own files, nothing above it.",
  },
  {
    target: "./demo/live/doctor",
    from: ".",
    except: ["./demo/live/doctor", "./components", "./node_modules"],
    message: "doctor/ reads what it is given: it imports packages, components and its own files.",
  },
  {
    target: "./demo/live",
    from: ".",
    except: ["./demo", "./components", "./prisma", "./node_modules"],
    message: "The live demo imports the starter, recipes, components, schemas and itself.",
  },
  {
    target: "./pages/api",
    from: ".",
    except: ["./demo", "./node_modules"],
    message: "An endpoint imports demo/ and nothing else.",
  },
  {
    target: "./pages",
    from: ".",
    except: ["./components", "./demo", "./pages", "./node_modules"],
    message: "A page imports components/ and demo/.",
  },
  {
    target: "./server",
    from: ".",
    except: [
      "./server",
      "./demo/live/server",
      "./node_modules",
      "./plugins/origin-placeholder.mjs",
    ],
    message: "The process imports packages, its own files and demo/live/server/.",
  },
  {
    target: ["./scripts", "./plugins"],
    from: "./tests",
    message: "What npm commands run works without the tests.",
  },
]

/** The rooms whose code runs in a browser. */
const browser = [
  "components/**",
  "demo/live/{capabilities,checks,doctor,download,inspector,lab,panel,pictures,practice,recording,rows,sign-in-form,site-check,timeline,walkthrough,webauthn}/**",
  "demo/recipes/custom-sign-in-page/{app,passkeys}/**",
  "demo/recipes/settings/passkeys/**",
  "demo/starter/app/**",
  "pages/*.tsx",
  "theme.config.tsx",
]

const serverMessage = "A browser room imports demo/live/server/ for its types only (import type)."

export default tseslint.config(
  {
    ignores: [
      "**/.next/**",
      ".cache/**",
      "**/generated/**",
      "next-env.d.ts",
      "test-results/**",
      // Linted by the robot reader, with the rules of create-next-app.
      "tests/reader/apps/**",
    ],
  },
  ...tseslint.configs.recommended,
  {
    plugins: { "import-x": importX, "react-hooks": reactHooks },
    settings: { "import-x/resolver-next": [createTypeScriptImportResolver()] },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones }],
      "import-x/no-cycle": "error",
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
    },
  },
  {
    files: browser,
    ignores: ["**/*.test.ts"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: String.raw`^\.{1,2}/(.*/)?server/`,
              allowTypeImports: true,
              message: serverMessage,
            },
          ],
        },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: String.raw`ImportExpression[source.value=/^\.{1,2}\u002f(.*\u002f)?server\u002f/]`,
          message: serverMessage,
        },
      ],
    },
  },
  {
    // What create-next-app's rules forbid in a reader's app.
    files: ["demo/starter/**/*.tsx", "demo/recipes/**/*.tsx"],
    rules: {
      ...reactHooks.configs.flat["recommended-latest"].rules,
      "no-restricted-syntax": [
        "error",
        {
          selector: String.raw`JSXText[raw=/['"]/]`,
          message: "Write &apos; or &quot;, or use curly quotes (react/no-unescaped-entities).",
        },
      ],
    },
  },
  {
    files: ["demo/live/webauthn/**", "demo/live/practice/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { paths: ["react", "react-dom"].map((name) => ({ name, message: "No React in here." })) },
      ],
    },
  },
  // Playwright's fixtures have a `use` that is no hook.
  {
    files: ["tests/**", "demo/recipes/testing/**"],
    rules: { "react-hooks/rules-of-hooks": "off" },
  },
)
