import { submitSbom as contract } from "@bongsu/contracts";
import { operation } from "../../../kernel/index.ts";
import { storableName } from "../../../platform/database/document-texts.ts";
import { newId } from "../../../platform/ids.ts";
import { assetForUpload, buildOf } from "../asset-for-upload.ts";
import { keepUpload, progressEvent, showUploadRow, type UploadRef, uploadJob } from "../uploads.ts";

export const submitSbom = operation(contract, async (context, { organisation, asset: named, document, ...sending }) => {
  const { database, now } = context;
  const asset = await assetForUpload(context, organisation, named, sending);
  const ref: UploadRef = { organisation: asset.organisation, upload: sending.upload ?? newId(now) };
  const isNew = await keepUpload(database, asset, {
    id: ref.upload,
    file: storableName(sending.file),
    document,
    receivedAt: now,
    build: buildOf(sending),
  });
  context.note({
    subject: { kind: "asset", id: asset.id },
    details: { upload: ref.upload, bytes: document.length, repeated: !isNew },
  });
  if (isNew) {
    await context.emit(progressEvent(ref, asset.id, "received", { bytes: document.length }));
    await context.enqueue(uploadJob, ref);
  }
  return showUploadRow(database, ref);
});
