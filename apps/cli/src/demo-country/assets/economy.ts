import { asset, type DemoAsset } from "../asset.ts";
import { almaContainers, almaDatabase, almaHost, almaJava } from "../stacks/almalinux.ts";
import { debianHost, debianImage } from "../stacks/debian.ts";
import { goGateway } from "../stacks/go.ts";
import { egovPortal, springGateway, springService } from "../stacks/java.ts";
import { adminPages, nextSite, serverComponentsSite } from "../stacks/node.ts";
import { analyticsStack, modelStack } from "../stacks/python.ts";

/** Semiconductors, finance and industry. */
export const economy: readonly DemoAsset[] = [
  asset(
    "byeolbit-semiconductor",
    "fab-scheduler",
    "very-high",
    "isolated",
    springService("behind"),
    almaJava("behind"),
  ),
  asset("byeolbit-semiconductor", "yield-analytics", "high", "internal", analyticsStack("behind"), debianImage("kept")),
  asset(
    "byeolbit-semiconductor",
    "supplier-portal",
    "medium",
    "internet",
    nextSite("behind", "15.1.6", "19.0.0"),
    debianImage("kept"),
  ),
  asset("saegyeol-devices", "equipment-gateway", "very-high", "isolated", goGateway("neglected"), debianHost("kept")),
  asset("saegyeol-devices", "design-data", "high", "internal", almaDatabase("behind")),
  asset(
    "dure-bank",
    "internet-banking",
    "very-high",
    "internet",
    nextSite("kept", "15.5.2", "19.1.1"),
    debianImage("kept"),
  ),
  asset("dure-bank", "core-ledger", "very-high", "isolated", springService("kept"), almaJava("kept")),
  asset("dure-bank", "fraud-models", "high", "internal", modelStack("behind"), debianImage("kept")),
  asset("neoul-savings", "branch-terminals", "high", "internal", egovPortal("behind"), adminPages("behind")),
  asset("neoul-savings", "loan-desk", "high", "internet", nextSite("kept", "14.2.33", "18.3.1"), debianImage("kept")),
  asset("onmaru-pay", "payment-gateway", "very-high", "internet", springGateway("kept"), almaHost("kept")),
  asset(
    "onmaru-pay",
    "merchant-console",
    "high",
    "internet",
    nextSite("kept", "15.0.4", "19.0.0"),
    debianImage("kept"),
  ),
  asset("maru-shipbuilding", "design-collaboration", "high", "internal", egovPortal("kept"), almaHost("kept")),
  asset("maru-shipbuilding", "yard-containers", "medium", "internal", almaContainers("neglected")),
  asset("musoe-motors", "connected-cars", "very-high", "internet", goGateway("kept"), debianHost("kept")),
  asset(
    "musoe-motors",
    "dealer-portal",
    "medium",
    "internet",
    serverComponentsSite("kept", "19.1.1"),
    debianImage("kept"),
  ),
];
