export { alertsOf } from "./raise.ts";
export { removeAlerts } from "./remove.ts";
export { alertGround, keepAlertClocks, startAlerts } from "./rounds.ts";
