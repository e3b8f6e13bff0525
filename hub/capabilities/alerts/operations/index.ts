import type { Operation } from "../../../kernel/index.ts";
import { acknowledge } from "./acknowledge.ts";
import { countAlerts } from "./count-alerts.ts";
import { listAlerts } from "./list-alerts.ts";
import { markSeen } from "./mark-seen.ts";
import { addOverride, removeOverride } from "./overrides.ts";
import { changePreferences, showPreferences } from "./preferences.ts";
import { listRotas, listShifts, removeRota, setRota } from "./rotas.ts";
import { showAlert } from "./show-alert.ts";
import { changeSteps, showSteps } from "./steps.ts";
import { testAlert } from "./test-alert.ts";

export const alertOperations: readonly Operation[] = [
  ...[listAlerts, countAlerts, showAlert, markSeen, acknowledge],
  ...[showPreferences, changePreferences, testAlert],
  ...[showSteps, changeSteps],
  ...[listRotas, listShifts, setRota, removeRota, addOverride, removeOverride],
];
