import type { ReactNode } from "react";
import { BrandMark } from "../shell/brand-mark";

type ConfirmationPanelProps = { title: string; children: ReactNode; reference?: string };

/** The harbour panel of something done. It holds the page's h1, so use it instead of a `Page` heading. */
export function ConfirmationPanel({ title, children, reference }: ConfirmationPanelProps) {
  return (
    <div className="ir-panel ir-panel-done">
      <BrandMark tick className="ir-panel-done-mark" />
      <div>
        <h1 className="ir-h1">{title}</h1>
        <p>{children}</p>
        {reference ? <p className="ir-reference">{reference}</p> : null}
      </div>
    </div>
  );
}
