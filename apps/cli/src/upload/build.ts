/** Where a document comes from. */
export interface BuildOrigin {
  commit?: string;
  ref?: string;
  pipeline?: string;
}

/** Variables in which pipelines tell it: GitHub Actions, GitLab CI, Jenkins. */
const variables: Record<keyof BuildOrigin, readonly string[]> = {
  commit: ["GITHUB_SHA", "CI_COMMIT_SHA", "GIT_COMMIT"],
  ref: ["GITHUB_REF_NAME", "CI_COMMIT_REF_NAME", "BRANCH_NAME", "GIT_BRANCH"],
  pipeline: ["CI_PIPELINE_URL", "BUILD_URL"],
};

const first = (env: NodeJS.ProcessEnv, names: readonly string[]): string | undefined =>
  names.map((name) => env[name]).find((value) => value !== undefined && value !== "");

function runOnGitHub({ GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID }: NodeJS.ProcessEnv): string | undefined {
  if (!GITHUB_SERVER_URL || !GITHUB_REPOSITORY || !GITHUB_RUN_ID) return undefined;
  return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`;
}

/** What the pipeline that this runs in says of itself; what was given counts before it. */
export function originOf(given: BuildOrigin, env: NodeJS.ProcessEnv): BuildOrigin {
  const told = {
    commit: given.commit ?? first(env, variables.commit),
    ref: given.ref ?? first(env, variables.ref),
    pipeline: given.pipeline ?? runOnGitHub(env) ?? first(env, variables.pipeline),
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}
