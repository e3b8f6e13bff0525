export { raise, settle } from "./raise.ts";
