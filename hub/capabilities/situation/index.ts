export { keepSituation, startSituation } from "./follow.ts";
