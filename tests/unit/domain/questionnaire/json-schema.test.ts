import { format } from "prettier";
import { expect, it } from "vitest";
import { definitionJsonSchema } from "~/domain/questionnaire/json-schema";

it("the JSON Schema beside the templates is the one our schema gives (renew it with vitest -u)", async () => {
  const text = await format(JSON.stringify(definitionJsonSchema()), {
    parser: "json",
    printWidth: 100,
  });
  await expect(text).toMatchFileSnapshot("../../../../db/questionnaires/definition.schema.json");
});
