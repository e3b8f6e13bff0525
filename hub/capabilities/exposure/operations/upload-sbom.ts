import { uploadSbom as contract } from "@bongsu/contracts";
import { readSbom } from "@bongsu/sbom";
import { operation } from "../../../kernel/index.ts";
import { assetForUpload, buildOf } from "../../inventories/index.ts";
import { takeUpload } from "../take-upload.ts";
import { problemsShown } from "../told.ts";

export const uploadSbom = operation(contract, async (context, { organisation, asset: named, document, ...sending }) => {
  const { file } = sending;
  const asset = await assetForUpload(context, organisation, named, sending);
  const sbom = await readSbom(document, { file, maxBytes: context.services.config.maxBody });
  const uploaded = { file, sbom, original: document, build: buildOf(sending) };
  const { problems, ...taken } = await takeUpload(context, asset, uploaded);
  for (const problem of problems) context.warn(problem);
  const { revision, unchanged, components } = taken;
  context.note({ subject: { kind: "asset", id: asset.id }, details: { revision, unchanged, components } });
  return { ...taken, ...problemsShown(problems) };
});
