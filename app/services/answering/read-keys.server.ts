import {
  PHASES,
  SCHOOL_TYPES,
  type Phase,
  type SchoolType,
} from "~/domain/questionnaire/definition";
import { z } from "~/domain/zod";

const KeysSchema = z.array(z.string());
const PhasesSchema = z.array(z.enum(PHASES));
const TypesSchema = z.array(z.enum(SCHOOL_TYPES));

/** Section keys as stored with a round or a response; null stays null. */
export function readKeys(text: string | null): string[] | null {
  return text === null ? null : KeysSchema.parse(JSON.parse(text));
}

/** The pinned phases of a response; null before the school has confirmed. */
export function readPhases(text: string | null): Phase[] | null {
  return text === null ? null : PhasesSchema.parse(JSON.parse(text));
}

/** The pinned types of a response; null before the school has confirmed. */
export function readTypes(text: string | null): SchoolType[] | null {
  return text === null ? null : TypesSchema.parse(JSON.parse(text));
}
