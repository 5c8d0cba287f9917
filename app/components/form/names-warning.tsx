import { Icon } from "../icon";

/** Stands beside every box for free text (design.md decision 11). */
export function NamesWarning({ id }: { id?: string }) {
  return (
    <p id={id} className="ir-names-warning">
      <Icon name="eye" />
      <span>Leave out children’s names and numbers. For small groups write “fewer than 5”.</span>
    </p>
  );
}
