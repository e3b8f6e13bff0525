/** `component.type` up to CycloneDX 1.7. */
export const componentTypes = new Set([
  "application",
  "framework",
  "library",
  "container",
  "platform",
  "operating-system",
  "device",
  "device-driver",
  "firmware",
  "file",
  "machine-learning-model",
  "data",
  "cryptographic-asset",
]);

export const scopes = new Set(["required", "optional", "excluded"]);

/** `componentData.type`. */
export const dataTypes = new Set(["source-code", "configuration", "dataset", "definition", "other"]);

export const specVersions = new Set(["1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7"]);
