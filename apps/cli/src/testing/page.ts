/** A command line on a page of the documentation, and what the page says that it prints. */
export interface Shown {
  args: string[];
  output: string;
}

/** The blocks of a page that show a command and its output (```` ```console ````). */
export function shownCommands(page: string): Shown[] {
  return [...page.matchAll(/^```console\n\$ bongsu ([^\n]+)\n(.*?)^```$/gms)].map(([, args = "", output = ""]) => ({
    args: args.split(" "),
    output,
  }));
}
