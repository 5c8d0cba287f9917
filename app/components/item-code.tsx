import { classNames } from "./class-names";

/** The code of a statement, "C2", in its box. `solid` on the statement being answered. */
export const ItemCode = ({ code, solid = false }: { code: string; solid?: boolean }) => (
  <span className={classNames("ir-code", solid && "ir-code-solid")}>{code}</span>
);
