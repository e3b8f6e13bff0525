import { asset, type DemoAsset } from "../asset.ts";
import { almaDatabase, almaHost, almaJava, almaWeb } from "../stacks/almalinux.ts";
import { debianHost, debianImage, debianMail } from "../stacks/debian.ts";
import { egovPortal, mapServer, springService, strutsPortal } from "../stacks/java.ts";
import { adminPages, expressService, nextSite } from "../stacks/node.ts";
import { djangoApplication } from "../stacks/python.ts";

/** Central and local government. */
export const administration: readonly DemoAsset[] = [
  asset(
    "citizen-services",
    "citizen-portal",
    "very-high",
    "internet",
    nextSite("kept", "15.5.4", "19.1.1"),
    debianImage("kept"),
  ),
  asset("citizen-services", "digital-identity", "very-high", "internal", springService("kept"), almaJava("kept")),
  asset("citizen-services", "document-exchange", "high", "internal", egovPortal("behind")),
  asset("nara-treasury", "budget-ledger", "very-high", "isolated", egovPortal("kept"), almaHost("behind")),
  asset("nara-treasury", "procurement-site", "high", "internet", egovPortal("behind"), adminPages("behind")),
  asset(
    "hannun-statistics",
    "open-data-site",
    "medium",
    "internet",
    nextSite("kept", "14.2.33", "18.3.1"),
    debianImage("kept"),
  ),
  asset("hannun-statistics", "census-database", "high", "isolated", almaDatabase("behind")),
  asset(
    "garam-city",
    "civil-affairs-desk",
    "high",
    "internet",
    nextSite("behind", "15.3.1", "19.1.0"),
    debianImage("kept"),
  ),
  asset("garam-city", "map-service", "medium", "internet", mapServer("behind"), debianHost("kept")),
  asset("solnae-city", "welfare-desk", "high", "internal", egovPortal("neglected"), adminPages("neglected")),
  asset("solnae-city", "tourism-site", "low", "internet", expressService("kept"), debianImage("behind")),
  asset("daon-district", "parking-fees", "medium", "internet", djangoApplication("neglected"), debianHost("kept")),
  asset("daon-district", "staff-mail", "medium", "internet", debianMail("behind")),
  asset("saebyeok-county", "farm-subsidies", "medium", "internet", strutsPortal("neglected"), adminPages("neglected")),
  asset("saebyeok-county", "web-server", "low", "internet", almaWeb("neglected")),
];
