import { DefinitionSchema, type Definition } from "~/domain/questionnaire/definition";
import { toProblem, writePath, type TemplateProblem } from "~/domain/questionnaire/problems";
import { ok, refused, type Result } from "~/domain/result";
import { z } from "~/domain/zod";

/** The shape written today. A stored definition keeps the shape of its day and is upgraded on read. */
export const CURRENT_SCHEMA_VERSION = 1;

const VersionedSchema = z.looseObject({ schemaVersion: z.number().int() });

/**
 * One step per shape that ever was: `upgrades[n]` turns shape n into shape n + 1. There has been one shape so
 * far. A change of shape adds its step here and a test with a stored text of the older one (style.md section 5).
 */
const upgrades: Record<number, (older: unknown) => unknown> = {};

/** Brings a definition of any stored shape to today's. Problems are those of the file, in its own order. */
export function upgradeDefinition(stored: unknown): Result<Definition, TemplateProblem[]> {
  const versioned = VersionedSchema.safeParse(stored);
  if (!versioned.success)
    return refused([{ path: "schemaVersion", message: "Say which schemaVersion this is" }]);
  if (versioned.data.schemaVersion > CURRENT_SCHEMA_VERSION)
    return refused([
      { path: "schemaVersion", message: "This was written by a newer version of the service" },
    ]);
  const parsed = DefinitionSchema.safeParse(climb(stored, versioned.data.schemaVersion));
  if (!parsed.success) return refused(parsed.error.issues.map(toProblem));
  return ok(parsed.data);
}

function climb(stored: unknown, from: number): unknown {
  let shape = stored;
  for (let version = from; version < CURRENT_SCHEMA_VERSION; version += 1)
    shape = upgrades[version]?.(shape) ?? shape;
  return shape;
}

/**
 * Reads the canonical text stored with a version. A text that cannot be read is a fault of the store and not of
 * a user, so this throws.
 */
export function readStoredDefinition(text: string): Definition {
  const upgraded = upgradeDefinition(JSON.parse(text));
  if (upgraded.ok) return upgraded.value;
  const [first] = upgraded.problem;
  throw new Error(`Stored definition is not readable at ${first?.path ?? writePath([])}`);
}
