import { DefinitionSchema } from "~/domain/questionnaire/definition";
import { z } from "~/domain/zod";

/** The JSON Schema of a questionnaire file, for editors and for those who write one. Defaults may be left out. */
export function definitionJsonSchema(): object {
  return {
    $id: "definition.schema.json",
    title: "Questionnaire",
    ...z.toJSONSchema(DefinitionSchema, { io: "input" }),
  };
}
