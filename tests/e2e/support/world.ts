import { readFileSync } from "node:fs";
import type {
  Person,
  Questionnaire,
  Review,
  Team,
  TeamName,
  Visits,
  Waiting,
  World,
} from "../world/plan";

let read: World | undefined;

/** What the server's start wrote down. Read when first asked, since test files are loaded before it starts. */
function theWorld(): World {
  read ??= JSON.parse(readFileSync(process.env["E2E_WORLD"] ?? "", "utf8")) as World;
  return read;
}

export const team = (name: TeamName): Team => theWorld().teams[name];
export const waiting = (): Waiting => theWorld().waiting;
export const visits = (): Visits => theWorld().visits;

export const empty = (): World["empty"] => theWorld().empty;
export const scheme = (): World["scheme"] => theWorld().scheme;
export const drafts = () => theWorld().rounds.drafts;
/** The newest round of a questionnaire. */
export const roundOf = (questionnaire: Questionnaire): string =>
  theWorld().rounds.opened[questionnaire] ?? "";

export const letters = (): string => theWorld().letters;
export const registered = (): string => theWorld().registered;
export const dataDir = (): string => theWorld().dataDir;
export const planAction = (): string => theWorld().planAction;
export const password = (): string => theWorld().password;

/** Someone of the demonstration, by the part of their address before @. */
export function demoPerson(name: string): Person {
  const person = theWorld().demo[name];
  if (person === undefined) throw new Error(`The demonstration has no ${name}@`);
  return person;
}

export function demoReview(urn: string, questionnaire: Questionnaire): Review {
  const review = theWorld().demoReviews[`${urn} ${questionnaire}`];
  if (review === undefined) throw new Error(`The demonstration has no ${questionnaire} at ${urn}`);
  return review;
}
