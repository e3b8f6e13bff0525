import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The two weights of the font that reports are set in: Nanum Gothic, under the SIL Open Font License 1.1. */
export interface Fonts {
  regular: Buffer;
  bold: Buffer;
}

/** The space stands at the end of these files without an outline, and fontkit reads the head of one beyond the end. */
const beyond = Buffer.alloc(64);

async function file(weight: string): Promise<Buffer> {
  const address = import.meta.resolve(`@expo-google-fonts/nanum-gothic/${weight}/NanumGothic_${weight}.ttf`);
  return Buffer.concat([await readFile(fileURLToPath(address)), beyond]);
}

let fonts: Promise<Fonts> | undefined;

/** Read once for a process. */
export function loadFonts(): Promise<Fonts> {
  fonts ??= Promise.all([file("400Regular"), file("700Bold")]).then(([regular, bold]) => ({ regular, bold }));
  return fonts;
}
