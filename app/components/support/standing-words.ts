import type { SupportStanding } from "~/domain/support/support-for";
import type { TagColour } from "../tag";

export const STANDING_WORDS: Record<SupportStanding | "all", string> = {
  on: "Shown now",
  coming: "Not yet",
  past: "Over",
  retired: "Taken off",
  all: "Everything",
};

export const standingColour = (standing: SupportStanding): TagColour =>
  standing === "on" ? "green" : standing === "coming" ? "blue" : "grey";
