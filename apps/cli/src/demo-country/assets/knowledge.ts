import { asset, type DemoAsset } from "../asset.ts";
import { debianHost, debianImage, debianMail } from "../stacks/debian.ts";
import { modelRunner } from "../stacks/go.ts";
import { strutsPortal } from "../stacks/java.ts";
import { adminPages, nextSite } from "../stacks/node.ts";
import { agentStack, analyticsStack, modelStack } from "../stacks/python.ts";

/** Research and AI labs. */
export const knowledge: readonly DemoAsset[] = [
  asset(
    "hantteut-institute",
    "experiment-notebooks",
    "medium",
    "internal",
    analyticsStack("neglected"),
    debianHost("kept"),
  ),
  asset("pureunsol-university", "student-portal", "medium", "internet", strutsPortal("behind"), adminPages("behind")),
  asset("pureunsol-university", "mail", "medium", "internet", debianMail("kept")),
  asset("saenggak-lab", "model-serving", "very-high", "internet", modelStack("kept"), debianImage("kept")),
  asset("saenggak-lab", "agent-workshop", "medium", "internal", agentStack("behind"), modelRunner("neglected")),
  asset("malgyeol-lab", "chat-service", "high", "internet", nextSite("kept", "16.0.3", "19.2.0"), debianImage("kept")),
  asset("malgyeol-lab", "training-cluster", "high", "isolated", modelStack("neglected"), debianImage("kept")),
];
