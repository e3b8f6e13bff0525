/** A pattern for `like` that finds the text as it is, anywhere: what is special to `like` is escaped. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
