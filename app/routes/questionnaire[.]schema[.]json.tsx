import { definitionJsonSchema } from "~/domain/questionnaire/json-schema";

/** The JSON Schema of a questionnaire file, for editors and for those who write one. */
export function loader() {
  return Response.json(definitionJsonSchema(), {
    headers: { "Content-Type": "application/schema+json; charset=utf-8" },
  });
}
