/** Names of vulnerabilities are compared without regard to case. */
export const nameKey = (name: string): string => name.toUpperCase();
