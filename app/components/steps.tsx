import type { ReactNode } from "react";

export type Step = { title: ReactNode; note?: ReactNode };

/** What happens next, numbered. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="ir-steps">
      {steps.map(({ title, note }, index) => (
        <li key={index}>
          <span className="ir-strong">{title}</span>
          {note ? <p className="ir-hint">{note}</p> : null}
        </li>
      ))}
    </ol>
  );
}
