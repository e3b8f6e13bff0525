import type { DependencyKind } from "../component.ts";

/** `primaryPackagePurpose` (SPDX 2.3 clause 7.24). */
export const purposes = new Set([
  "APPLICATION",
  "FRAMEWORK",
  "LIBRARY",
  "CONTAINER",
  "OPERATING-SYSTEM",
  "DEVICE",
  "FIRMWARE",
  "SOURCE",
  "ARCHIVE",
  "FILE",
  "INSTALL",
  "OTHER",
]);

export const specVersions = new Set(["2.0", "2.1", "2.2", "2.3"]);

/** What a relationship says as an edge; `backwards`: the second element depends on (contains) the first. */
export interface Edge {
  kind: DependencyKind;
  backwards: boolean;
}

const needs: Edge = { kind: "depends-on", backwards: false };
const neededBy: Edge = { kind: "depends-on", backwards: true };
const has: Edge = { kind: "contains", backwards: false };
const within: Edge = { kind: "contains", backwards: true };

/** Relationship types (SPDX 2.3 clause 11.1). Null: known, and no edge between components. */
export const relationships = new Map<string, Edge | null>([
  ["DEPENDS_ON", needs],
  ["HAS_PREREQUISITE", needs],
  ["STATIC_LINK", needs],
  ["DYNAMIC_LINK", needs],
  ["DEPENDENCY_OF", neededBy],
  ["RUNTIME_DEPENDENCY_OF", neededBy],
  ["BUILD_DEPENDENCY_OF", neededBy],
  ["DEV_DEPENDENCY_OF", neededBy],
  ["TEST_DEPENDENCY_OF", neededBy],
  ["OPTIONAL_DEPENDENCY_OF", neededBy],
  ["PROVIDED_DEPENDENCY_OF", neededBy],
  ["PREREQUISITE_FOR", neededBy],
  ["CONTAINS", has],
  ["CONTAINED_BY", within],
  ["OPTIONAL_COMPONENT_OF", within],
  ["PACKAGE_OF", within],
  ...[
    "DESCRIBES",
    "DESCRIBED_BY",
    "DEPENDENCY_MANIFEST_OF",
    "EXAMPLE_OF",
    "GENERATES",
    "GENERATED_FROM",
    "ANCESTOR_OF",
    "DESCENDANT_OF",
    "VARIANT_OF",
    "DISTRIBUTION_ARTIFACT",
    "PATCH_FOR",
    "PATCH_APPLIED",
    "COPY_OF",
    "FILE_ADDED",
    "FILE_DELETED",
    "FILE_MODIFIED",
    "EXPANDED_FROM_ARCHIVE",
    "DATA_FILE_OF",
    "TEST_CASE_OF",
    "BUILD_TOOL_OF",
    "DEV_TOOL_OF",
    "TEST_OF",
    "TEST_TOOL_OF",
    "DOCUMENTATION_OF",
    "METAFILE_OF",
    "AMENDS",
    "REQUIREMENT_DESCRIPTION_FOR",
    "SPECIFICATION_FOR",
    "OTHER",
  ].map((type): [string, null] => [type, null]),
]);
