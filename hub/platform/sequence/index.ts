export { numberRows, writingOrder } from "./number-rows.ts";
export { type Numbering, numberedChannel, numberWaiting, waitingChannel } from "./numbering.ts";
export { type Sequencer, startSequencer } from "./sequencer.ts";
