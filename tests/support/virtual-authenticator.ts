/** The one that readers drop into their own tests: pages/testing.mdx. */
export {
  VirtualAuthenticator,
  type Credential,
} from "../../demo/recipes/testing/tests/passkeys/virtual-authenticator"
