import { type Care, stack, together } from "../purls.ts";

const frontEnd = stack(
  "npm",
  `
  @swc/helpers 0.5.2 0.5.5 0.5.17
  @tanstack/react-query 4.29.5 5.28.4 5.90.10
  axios 1.4.0 1.7.2 1.13.2
  busboy 1.6.0 1.6.0 -
  caniuse-lite 1.0.30001579 1.0.30001600 1.0.30001756
  client-only 0.0.1
  clsx 1.2.1 2.1.0 2.1.1
  cross-spawn 7.0.3 7.0.3 7.0.6
  date-fns 2.30.0 3.6.0 4.1.0
  dompurify 3.0.5 3.1.6 3.3.0
  follow-redirects 1.15.2 1.15.6 1.15.11
  form-data 4.0.0 4.0.0 4.0.5
  i18next 22.5.1 23.10.1 25.6.3
  jose 4.14.4 5.2.3 6.1.2
  lodash 4.17.20 4.17.21
  nanoid 3.3.6 3.3.7 3.3.11
  pdfjs-dist 3.6.172 4.0.379 5.4.394
  picocolors 1.0.0 1.0.0 1.1.1
  postcss 8.4.14 8.4.31
  react-hook-form 7.43.9 7.51.1 7.66.1
  react-i18next 12.3.1 14.1.0 16.3.5
  scheduler 0.23.0 0.23.0 0.27.0
  semver 7.5.0 7.6.0 7.7.3
  sharp 0.32.1 0.33.3 0.34.5
  source-map-js 1.0.2 1.2.0 1.2.1
  styled-jsx 5.1.1 5.1.1 5.1.6
  tailwindcss 3.3.2 3.4.1 4.1.17
  ws 8.13.0 8.17.1 8.18.3
  zod 3.21.4 3.22.4 4.1.12
`,
);

/** A front end on Next.js and React. */
export function nextSite(care: Care, next: string, react: string): readonly string[] {
  const core = stack("npm", `next ${next}\n@next/env ${next}\nreact ${react}\nreact-dom ${react}`);
  return together(core, frontEnd)(care);
}

/** A front end that uses React's server components without Next.js. */
export function serverComponentsSite(care: Care, react: string): readonly string[] {
  const core = stack("npm", `react ${react}\nreact-dom ${react}\nreact-server-dom-webpack ${react}\nwaku 0.26.1`);
  return together(core, frontEnd)(care);
}

/** A server on Express. */
export const expressService = stack(
  "npm",
  `
  accepts 1.3.7 1.3.8
  axios 0.21.4 1.5.1 1.13.2
  bcryptjs 2.4.3 2.4.3 3.0.3
  body-parser 1.19.0 1.20.1 1.20.3
  compression 1.7.4 1.7.4 1.8.1
  cookie 0.4.0 0.5.0 0.7.1
  cors 2.8.5
  cross-spawn 7.0.3 7.0.3 7.0.6
  debug 2.6.9
  express 4.17.1 4.18.2 4.21.2
  finalhandler 1.1.2 1.2.0 1.3.1
  follow-redirects 1.14.1 1.15.3 1.15.11
  form-data 3.0.1 4.0.0 4.0.5
  helmet 4.6.0 7.0.0 8.1.0
  jsonwebtoken 8.5.1 9.0.2
  lodash 4.17.19 4.17.21
  minimist 1.2.5 1.2.8
  moment 2.29.1 2.29.4 2.30.1
  mongoose 5.13.14 7.6.3 8.20.1
  morgan 1.10.0 1.10.0 1.10.1
  node-forge 0.10.0 1.3.1 1.3.2
  path-to-regexp 0.1.7 0.1.7 0.1.12
  pg 8.6.0 8.11.3 8.16.3
  protobufjs 6.11.2 7.2.4 7.5.4
  redis 3.1.2 4.6.10 5.10.0
  semver 7.3.5 7.5.4 7.7.3
  send 0.17.1 0.18.0 0.19.0
  serve-static 1.14.1 1.15.0 1.16.2
  systeminformation 4.34.23 5.21.13 5.27.11
  uuid 8.3.2 9.0.1 11.1.0
  winston 3.3.3 3.11.0 3.18.3
  ws 7.4.6 8.14.2 8.18.3
`,
);

/** Pages for clerks, from before the frameworks. */
export const adminPages = stack(
  "npm",
  `
  bootstrap 3.4.1 4.6.2 5.3.8
  chart.js 2.9.4 3.9.1 4.5.1
  datatables.net 1.10.24 1.13.6 2.3.5
  dompurify 2.2.8 2.4.7 3.3.0
  jquery 1.12.4 3.4.1 3.7.1
  jquery-ui 1.12.1 1.13.2 1.14.1
  moment 2.24.0 2.29.4 2.30.1
  pdfjs-dist 2.7.570 3.11.174 5.4.394
`,
);
