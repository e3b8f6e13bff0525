/**
 * Text that came from outside, made fit for a line of a terminal or of a report: control characters, which could drive a
 * terminal, and marks that reverse the direction of writing become `�`.
 */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced here
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}
