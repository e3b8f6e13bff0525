export * from "./inventory.ts";
export * from "./marked.ts";
export { maySee } from "./may-see.ts";
export * from "./narrows.ts";
export * from "./problems.ts";
export * from "./receivers.ts";
export * from "./tlp.ts";
export {
  type InventoryLevel,
  inventoryLevels,
  type Membership,
  type Standing,
  type Viewer,
  type World,
} from "./world.ts";
