import { askedAboutNames } from "~/domain/people/asked-about-names";
import { findUpn } from "~/domain/people/upn";

/** What is wrong with a box, as said at it. `asks`: words that may name a child, which the writer may confirm. */
export type WordsProblem = { field: string; message: string; asks?: "names" };

type Checking = {
  field: string;
  limit: number;
  /** What stood before; words of it are not asked about again. */
  before?: string;
  /** Said where nothing is written; left out where the box may be empty. */
  missing?: string;
  namesConfirmed: boolean;
};

/** Reads a box: missing, too long, a pupil number, or words that may name a child (design.md decision 11). */
export function checkWords(text: string, checking: Checking): WordsProblem[] {
  const { field, limit, before = "", missing, namesConfirmed } = checking;
  const said = (message: string): WordsProblem[] => [{ field, message }];
  if (missing !== undefined && text.trim() === "") return said(missing);
  if (text.length > limit) return said(`Use ${limit} characters or fewer`);
  if (findUpn(text).length > 0) return said("Take out what looks like a pupil number (UPN)");
  return askedAboutNames({ field, text, before, confirmed: namesConfirmed });
}
