import type { Operation } from "../../../../kernel/index.ts";
import { addChannel } from "./add-channel.ts";
import { cancelDelivery } from "./cancel-delivery.ts";
import { changeChannel } from "./change-channel.ts";
import { listChannels } from "./list-channels.ts";
import { listDeliveries } from "./list-deliveries.ts";
import { removeChannel } from "./remove-channel.ts";
import { resendDeliveries } from "./resend-deliveries.ts";
import { resendDelivery } from "./resend-delivery.ts";
import { rotateChannelSecret } from "./rotate-channel-secret.ts";
import { showChannel } from "./show-channel.ts";
import { showDelivery } from "./show-delivery.ts";
import { testChannel } from "./test-channel.ts";

export const deliveryOperations: readonly Operation[] = [
  listChannels,
  showChannel,
  addChannel,
  changeChannel,
  rotateChannelSecret,
  removeChannel,
  testChannel,
  listDeliveries,
  showDelivery,
  resendDelivery,
  resendDeliveries,
  cancelDelivery,
];
