import type { Hub } from "../../../kernel/index.ts";
import { plainAllowed } from "./channels.ts";
import { emailOf, preferencesPath, threadOf } from "./email.ts";
import type { Parcel, Target } from "./parcel.ts";
import { post } from "./post.ts";
import { deliveryProblems } from "./problems.ts";
import { deliveredResult, putOff, type Result, resultOfError, unsent } from "./rules.ts";
import { signedHeaders } from "./signing.ts";
import { slackBody } from "./slack.ts";
import { teamsBody } from "./teams.ts";
import { absolute } from "./told.ts";
import { webhookBody } from "./webhook.ts";

/** What sending needs of the hub. */
export type SendingHub = Pick<Hub, "config" | "clock" | "net" | "mail">;

const bodies = { webhook: webhookBody, slack: slackBody, teams: teamsBody } as const;

async function toTarget({ config, clock, net }: SendingHub, parcel: Parcel, target: Target): Promise<Result> {
  if (!target.enabled && parcel.notice !== "test") return unsent(deliveryProblems.problem("alerts.channel-off"));
  if (target.fault !== null) return putOff(target.fault);
  const now = clock.now();
  const body = bodies[target.kind](config.url, parcel);
  const headers = target.kind === "webhook" ? signedHeaders(parcel.id, now, body, target.secrets) : {};
  return post(net, { url: target.url, body, headers }, now, plainAllowed(config));
}

async function byMail({ config, mail }: SendingHub, parcel: Parcel): Promise<Result> {
  if (!parcel.stillThere) return unsent(deliveryProblems.problem("alerts.recipient-left"));
  if (config.smtpUrl === null) return unsent(deliveryProblems.problem("alerts.no-mail-server"));
  const thread = threadOf(parcel);
  try {
    await mail.send({
      to: parcel.recipient,
      ...emailOf(config.url, parcel),
      language: parcel.language,
      idempotencyKey: parcel.id,
      ...(thread === null ? {} : { thread }),
      preferences: absolute(config.url, preferencesPath),
    });
    return deliveredResult;
  } catch (error) {
    return resultOfError(error);
  }
}

/** Sends one parcel by its way and tells what came of it. */
export async function send(hub: SendingHub, parcel: Parcel): Promise<Result> {
  if (parcel.channel === "email") return byMail(hub, parcel);
  // What is for the hub's own pages is there already.
  if (parcel.channel === "hub") return deliveredResult;
  if (parcel.target === null) return unsent(deliveryProblems.problem("alerts.channel-removed"));
  return toTarget(hub, parcel, parcel.target);
}
