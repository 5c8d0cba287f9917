import type { Clash } from "~/domain/visit/three-way";
import { Panel } from "../../panels/panel";

type ClashPanelProps = {
  clashes: readonly Clash[];
  typed: Readonly<Record<string, string>>;
  nameOf: (field: string) => string;
};

/** Two people changed the same boxes: both texts, side by side. Yours is still in its box below. */
export function ClashPanel({ clashes, typed, nameOf }: ClashPanelProps) {
  if (clashes.length === 0) return null;
  return (
    <Panel kind="conflict" title="Somebody else changed this first" id="conflict">
      <p>Both versions are here. Yours is still in its box below: save again to put it in place.</p>
      {clashes.map(({ field, stands }) => (
        <div key={field}>
          <h3 className="ir-h3">{nameOf(field)}</h3>
          <div className="ir-sides">
            <Side name="Yours, not saved" text={typed[field] ?? ""} />
            <Side name="Saved meanwhile" text={stands} />
          </div>
        </div>
      ))}
    </Panel>
  );
}

const Side = ({ name, text }: { name: string; text: string }) => (
  <div className="ir-card">
    <p className="ir-small ir-muted">{name}</p>
    <p className="ir-as-typed">{text === "" ? "Nothing written" : text}</p>
  </div>
);
