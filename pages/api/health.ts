export { healthEndpoint as default } from "../../demo/live/health-endpoint"
