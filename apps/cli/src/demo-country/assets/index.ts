import type { DemoAsset } from "../asset.ts";
import { administration } from "./administration.ts";
import { economy } from "./economy.ts";
import { infrastructure } from "./infrastructure.ts";
import { knowledge } from "./knowledge.ts";
import { networks } from "./networks.ts";

/** Every system of the country in small. */
export const assets: readonly DemoAsset[] = [
  ...administration,
  ...networks,
  ...infrastructure,
  ...economy,
  ...knowledge,
];
