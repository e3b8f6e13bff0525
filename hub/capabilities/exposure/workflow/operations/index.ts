import type { Operation } from "../../../../kernel/index.ts";
import { addComment } from "./add-comment.ts";
import { addView } from "./add-view.ts";
import { changeComment } from "./change-comment.ts";
import { changeExposures } from "./change-exposures.ts";
import { changeView } from "./change-view.ts";
import { changeDeadlines, listDeadlineChanges, showDeadlines } from "./deadlines.ts";
import { listActions } from "./list-actions.ts";
import { listComments } from "./list-comments.ts";
import { listStatements } from "./list-statements.ts";
import { listViews } from "./list-views.ts";
import { removeComment } from "./remove-comment.ts";
import { removeView } from "./remove-view.ts";
import { stateNotAffected } from "./state-not-affected.ts";
import { undoAction } from "./undo-action.ts";
import { withdrawStatement } from "./withdraw-statement.ts";

/** What people do with exposures, and what they say of them. */
export const workflowOperations: readonly Operation[] = [
  changeExposures,
  listActions,
  undoAction,
  stateNotAffected,
  listStatements,
  withdrawStatement,
  listComments,
  addComment,
  changeComment,
  removeComment,
  listViews,
  addView,
  changeView,
  removeView,
  showDeadlines,
  changeDeadlines,
  listDeadlineChanges,
];
