export { sealedChannelColumns } from "./delivering/channels.ts";
export { type Sender, startSender } from "./delivering/sender.ts";
export { alertsOf } from "./raise.ts";
export { removeAlerts } from "./remove.ts";
export { alertGround, keepAlertClocks, startAlerts } from "./rounds.ts";
