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
    target: "./components",
    from: ".",
    except: ["./components", "./node_modules"],
    message: "Components import packages and each other: they know nothing of passkeys.",
  },
  {
    target: "./demo/live",
    from: ".",
    except: ["./demo", "./node_modules"],
    message: "The live demo imports the starter and itself.",
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
]

export default tseslint.config(
  {
    ignores: [".next/**", ".cache/**", "**/generated/**", "next-env.d.ts", "test-results/**"],
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
  // Playwright's fixtures have a `use` that is no hook.
  { files: ["tests/**"], rules: { "react-hooks/rules-of-hooks": "off" } },
)
