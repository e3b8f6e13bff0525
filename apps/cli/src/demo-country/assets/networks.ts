import { asset, type DemoAsset } from "../asset.ts";
import { almaContainers, almaHost, almaJava, almaNames } from "../stacks/almalinux.ts";
import { debianHost, debianImage } from "../stacks/debian.ts";
import { goGateway, goPlatform } from "../stacks/go.ts";
import { messageBroker, rocketQueue, springGateway, springService } from "../stacks/java.ts";
import { expressService, nextSite } from "../stacks/node.ts";

/** Cloud and telecommunications. */
export const networks: readonly DemoAsset[] = [
  asset("nuri-cloud", "console", "very-high", "internet", nextSite("kept", "16.0.1", "19.2.0"), debianImage("kept")),
  asset("nuri-cloud", "object-storage", "very-high", "internet", goGateway("kept"), debianHost("kept")),
  asset("nuri-cloud", "container-platform", "very-high", "internal", goPlatform("behind"), almaContainers("kept")),
  asset(
    "mirinae-cloud",
    "customer-console",
    "high",
    "internet",
    nextSite("kept", "15.4.6", "19.1.1"),
    debianImage("kept"),
  ),
  asset("mirinae-cloud", "name-servers", "very-high", "internet", almaNames("behind")),
  asset("mirinae-cloud", "build-machines", "high", "internal", goPlatform("kept"), almaContainers("behind")),
  asset(
    "ieum-telecom",
    "self-care-site",
    "high",
    "internet",
    nextSite("behind", "15.2.3", "19.0.0"),
    debianImage("behind"),
  ),
  asset("ieum-telecom", "billing", "very-high", "internal", springService("kept"), almaJava("kept")),
  asset("ieum-telecom", "message-broker", "high", "internal", messageBroker("behind"), rocketQueue("behind")),
  asset("gaon-networks", "subscriber-portal", "high", "internet", expressService("behind"), debianImage("kept")),
  asset("gaon-networks", "service-gateway", "high", "internal", springGateway("neglected"), almaHost("kept")),
  asset("gaon-networks", "network-monitoring", "high", "isolated", goGateway("behind"), debianHost("kept")),
];
