import type { DraftStep } from "~/domain/round/draft";

/** Addresses of an organisation's rounds. */
export const roundsPath = (key: string) => `/organisations/${key}/rounds`;
export const roundPath = (key: string, roundId: string) => `${roundsPath(key)}/${roundId}`;
export const remindersPath = (key: string, roundId: string) =>
  `${roundPath(key, roundId)}/reminders`;
export const stepPath = (key: string, draftId: string, step: DraftStep | "check") =>
  `${roundsPath(key)}/drafts/${draftId}/${step}`;
export const termsPath = (key: string) => `/organisations/${key}/settings/terms`;
