import { asset, type DemoAsset } from "../asset.ts";
import { almaDatabase, almaHost } from "../stacks/almalinux.ts";
import { debianExchange, debianHost, debianImage } from "../stacks/debian.ts";
import { goGateway } from "../stacks/go.ts";
import { messageBroker, springService } from "../stacks/java.ts";
import { expressService, nextSite } from "../stacks/node.ts";
import { djangoApplication, pythonInterface } from "../stacks/python.ts";

/** Energy, water, transport and health. */
export const infrastructure: readonly DemoAsset[] = [
  asset("haedoji-power", "grid-dispatch", "very-high", "isolated", messageBroker("kept"), almaHost("behind")),
  asset(
    "haedoji-power",
    "customer-billing",
    "high",
    "internet",
    nextSite("kept", "15.5.5", "19.1.1"),
    debianImage("kept"),
  ),
  asset("hanbaram-wind", "turbine-telemetry", "high", "internal", goGateway("kept"), debianHost("behind")),
  asset(
    "malgeunnae-water",
    "reservoir-control",
    "very-high",
    "isolated",
    djangoApplication("behind"),
    debianHost("neglected"),
  ),
  asset("malgeunnae-water", "water-quality-site", "medium", "internet", nextSite("neglected", "14.2.5", "18.3.1")),
  asset("eunbit-waterworks", "pump-supervision", "very-high", "isolated", messageBroker("neglected"), almaHost("kept")),
  asset("eunbit-waterworks", "meter-reading", "medium", "internal", pythonInterface("neglected"), debianImage("kept")),
  asset(
    "haneulnaru-airport",
    "flight-information",
    "high",
    "internet",
    nextSite("kept", "15.3.4", "19.1.0"),
    debianImage("behind"),
  ),
  asset("haneulnaru-airport", "baggage-tracking", "high", "internal", springService("behind"), debianImage("kept")),
  asset("nubi-metro", "fare-clearing", "high", "internal", springService("kept"), almaDatabase("neglected")),
  asset("badagil-port", "cargo-documents", "medium", "internal", debianExchange("neglected")),
  asset(
    "chambit-hospital",
    "patient-portal",
    "very-high",
    "internet",
    nextSite("kept", "15.4.2", "19.1.0"),
    debianImage("kept"),
  ),
  asset(
    "chambit-hospital",
    "medical-records",
    "very-high",
    "isolated",
    springService("neglected"),
    almaDatabase("kept"),
  ),
  asset("chambit-hospital", "imaging-archive", "high", "internal", pythonInterface("behind"), debianHost("kept")),
  asset(
    "neulbom-clinics",
    "appointment-desk",
    "high",
    "internet",
    expressService("neglected"),
    debianImage("neglected"),
  ),
  asset("neulbom-clinics", "laboratory-results", "high", "internal", djangoApplication("behind"), debianImage("kept")),
];
