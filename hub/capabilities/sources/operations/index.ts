import type { Operation } from "../../../kernel/index.ts";
import { addSource } from "./add-source.ts";
import { changeSource } from "./change-source.ts";
import { acceptSourceKeys, fetchSource, pauseSource, removeSource, resumeSource, testSource } from "./managing.ts";
import { listDocuments, listRuns, listSources, show, suggest } from "./reading.ts";

export const sourceOperations: readonly Operation[] = [
  listSources,
  show,
  addSource,
  changeSource,
  removeSource,
  pauseSource,
  resumeSource,
  fetchSource,
  testSource,
  acceptSourceKeys,
  listRuns,
  listDocuments,
  suggest,
];
