import { followEvents as contract } from "@bongsu/contracts";
import type { Operation } from "../../kernel/index.ts";
import { operation } from "../../kernel/index.ts";
import type { LiveEvents } from "./live.ts";

/** Follows the events of this process's stream, which hears of those of all processes. */
export const followEvents = (live: LiveEvents): Operation =>
  operation(contract, async ({ actor }, { after, kinds }) => ({
    mediaType: "text/event-stream; charset=utf-8",
    name: "",
    chunks: live.follow(actor, after, kinds),
  }));
