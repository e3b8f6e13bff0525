export { type Accounts, type AccountsInput, openAccounts, type SessionFacts } from "./accounts.ts";
export type { AccountEvent, AccountEventKind, RecordEvent } from "./events.ts";
export type { Invitation, InvitationInput } from "./invitations.ts";
export type { Letter, Mail } from "./mail.ts";
export type { Factors } from "./people.ts";
export type { SessionView } from "./sessions.ts";
export type { AccountsConfig } from "./setting.ts";
export type { Strength } from "./strength.ts";
export type { AccountsTables } from "./tables.ts";
