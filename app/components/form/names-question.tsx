import { Checkbox } from "./checkbox";

type NamesQuestionProps = { id: string; name: string; onConfirm?: () => void };

/** Stands under text that may name a child: the writer says that it does not, and it is saved as it is. */
export function NamesQuestion({ id, name, onConfirm }: NamesQuestionProps) {
  return (
    <Checkbox
      id={id}
      name={name}
      label="It does not name a child"
      hint="Then it is saved as it stands."
      onChange={(event) => {
        if (event.currentTarget.checked) onConfirm?.();
      }}
    />
  );
}
