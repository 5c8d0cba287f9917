import type { RemovalCounts, RemovalScope, RemoverRole } from "~/domain/personal-data/removal";

/**
 * Where a removal starts: a visit, or a self-review (both null: the school's plan) with the answer or action it was
 * asked at. `urn` is the school's; a visit has its own school, whatever it says.
 */
export type RemovalPlace = {
  urn: string;
  visitId: string | null;
  responseId: string | null;
  answerKey: string | null;
  actionId: string | null;
};

/** `viewRemoval`: the first page, or who does this instead. */
export type RemovalView = RemovalPlace & {
  schoolName: string;
  /** The self-review's title; null where the place is the school. */
  title: string | null;
} & (
    | {
        kind: "form";
        /** What was asked at, in words: "statement C2", "this action"; null for none. */
        here: string | null;
        scopes: RemovalScope[];
        role: RemoverRole;
        /** Where a manager came from. */
        organisationKey: string | null;
      }
    | { kind: "refused"; heads: string[]; orCoordinator: boolean }
  );

/** How a removal is told of at a visit: the reader knows what they may read, and no more. */
export type VisitTelling = "what-you-read" | "nothing" | null;

/** One place where words were found: "Statement C2", in three versions and two signed copies. */
export type FoundPlace = { label: string; versions: number; copies: number[]; found: number };

/** `previewRemoval`: what removing would change. The words themselves are in the form only. */
export type RemovalPreview = {
  scope: RemovalScope;
  places: FoundPlace[];
  /** Signed copies that would be made again, and whether each has a sealed PDF. */
  copies: { title: string; number: number; hasPdf: boolean }[];
  /** Agreed records of visits that would be made again. */
  records: { title: string; visitOn: string | null; hasPdf: boolean }[];
  /** At a visit, what is looked through without a word; null elsewhere. */
  telling: VisitTelling;
  /** How often they stand elsewhere in this school; null where that is not this person's to know. */
  elsewhere: number | null;
};

/** `viewRemoved`: the page after. */
export type RemovedView = {
  at: Date;
  counts: RemovalCounts;
  telling: VisitTelling;
  /** Backups made before, which hold the words until they are rotated out. */
  backups: number;
};
