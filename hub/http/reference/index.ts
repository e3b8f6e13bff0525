export { addReference } from "./add.ts";
