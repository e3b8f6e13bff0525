import type { Vulnerability } from "../vulnerability.ts";
import { goModules } from "./go-modules.ts";
import { goStandard } from "./go-standard.ts";
import { linuxAccess } from "./linux-access.ts";
import { linuxBase } from "./linux-base.ts";
import { linuxContainers } from "./linux-containers.ts";
import { linuxFormats } from "./linux-formats.ts";
import { linuxKernel } from "./linux-kernel.ts";
import { linuxServers } from "./linux-servers.ts";
import { linuxTransport } from "./linux-transport.ts";
import { formats } from "./maven-formats.ts";
import { logging } from "./maven-logging.ts";
import { network } from "./maven-network.ts";
import { javaServers } from "./maven-servers.ts";
import { shiro } from "./maven-shiro.ts";
import { spring } from "./maven-spring.ts";
import { struts } from "./maven-struts.ts";
import { tomcat } from "./maven-tomcat.ts";
import { nodeLibraries } from "./npm-libraries.ts";
import { next } from "./npm-next.ts";
import { nodeServers } from "./npm-server.ts";
import { pythonData } from "./pypi-data.ts";
import { django } from "./pypi-django.ts";
import { pythonModels } from "./pypi-models.ts";
import { pythonWeb } from "./pypi-web.ts";

/** What the country knows before the story begins. */
export const vulnerabilities: readonly Vulnerability[] = [
  ...goModules,
  ...goStandard,
  ...linuxAccess,
  ...linuxBase,
  ...linuxContainers,
  ...linuxFormats,
  ...linuxKernel,
  ...linuxServers,
  ...linuxTransport,
  ...formats,
  ...logging,
  ...network,
  ...javaServers,
  ...shiro,
  ...spring,
  ...struts,
  ...tomcat,
  ...nodeLibraries,
  ...next,
  ...nodeServers,
  ...pythonData,
  ...django,
  ...pythonModels,
  ...pythonWeb,
];
