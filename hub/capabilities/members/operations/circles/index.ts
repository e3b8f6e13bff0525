import type { Operation } from "../../../../kernel/index.ts";
import { admitToCircle } from "./admit.ts";
import { askToJoin } from "./ask-to-join.ts";
import { changeCircle } from "./change-circle.ts";
import { createCircle } from "./create-circle.ts";
import { declineToCircle } from "./decline.ts";
import { inviteToCircle } from "./invite.ts";
import { listCircles } from "./list-circles.ts";
import { listCircleEvents } from "./list-events.ts";
import { listCircleInvitations } from "./list-invitations.ts";
import { listCircleMembers } from "./list-members.ts";
import { removeCircle } from "./remove-circle.ts";
import { removeFromCircle } from "./remove-member.ts";
import { setCircleRole } from "./set-role.ts";
import { showCircle } from "./show-circle.ts";

export const circleOperations: readonly Operation[] = [
  listCircles,
  showCircle,
  createCircle,
  changeCircle,
  removeCircle,
  listCircleMembers,
  listCircleInvitations,
  inviteToCircle,
  askToJoin,
  admitToCircle,
  declineToCircle,
  removeFromCircle,
  setCircleRole,
  listCircleEvents,
];
