import { Form } from "@remix-run/react";
import { Button } from "../button";
import { TextInput } from "../form/text-input";

type SaveListProps = { lists: readonly { id: string; name: string }[]; query: string };

/** Keeps the filter under a name, for oneself, and forgets those kept. */
export function SaveList({ lists, query }: SaveListProps) {
  return (
    <details className="ir-details">
      <summary>Save this as a list of your own</summary>
      <Form method="post" className="ir-filter">
        <input type="hidden" name="intent" value="save-list" />
        <input type="hidden" name="query" value={query} />
        <TextInput
          id="listName"
          name="listName"
          label="Name of the list"
          labelStyle="small"
          hint="One of the same name is replaced."
          autoComplete="off"
          required
        />
        <Button secondary>Save the list</Button>
      </Form>
      {lists.map(({ id, name }) => (
        <Form method="post" key={id}>
          <input type="hidden" name="intent" value="forget-list" />
          <input type="hidden" name="list" value={id} />
          <Button secondary>Forget “{name}”</Button>
        </Form>
      ))}
    </details>
  );
}
