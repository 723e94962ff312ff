export { accountEndpoint as default } from "../../../demo/live/account-endpoint"
