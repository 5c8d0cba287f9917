import { Form } from "@remix-run/react";
import { Button } from "../button";
import { Checkboxes } from "../form/checkboxes";

type DistrictsFormProps = { all: readonly string[]; chosen: readonly string[] };

/** The districts an officer looks after. */
export const DistrictsForm = ({ all, chosen }: DistrictsFormProps) => (
  <Form method="post" className="ir-section">
    <Checkboxes
      id="districts"
      name="districts"
      legend="Their districts"
      hint="Their lists begin with these. They may read every district all the same."
      choices={all.map((district) => ({ value: district, label: district }))}
      ticked={chosen}
    />
    <div className="ir-actions">
      <Button secondary name="intent" value="districts">
        Save the districts
      </Button>
    </div>
  </Form>
);
