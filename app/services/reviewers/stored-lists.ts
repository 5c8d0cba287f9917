import { PHASES, type Phase } from "~/domain/questionnaire/definition";
import { z } from "~/domain/zod";

const TextsSchema = z.array(z.string());
const PhasesSchema = z.array(z.enum(PHASES));

/** A JSON array of texts as the register stores it. */
export const storedTexts = (text: string): string[] => TextsSchema.parse(JSON.parse(text));

export const storedPhases = (text: string): Phase[] => PhasesSchema.parse(JSON.parse(text));
