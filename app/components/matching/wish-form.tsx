import { Form } from "@remix-run/react";
import { Button } from "../button";

/** The school said that it would like a visit, by telephone or letter. */
export const WishForm = () => (
  <Form method="post">
    <input type="hidden" name="intent" value="wish" />
    <p className="ir-body">Has the school asked you for a visit?</p>
    <Button secondary>Put down that it asked</Button>
  </Form>
);
