import type { SettingsField, TypedSettings } from "~/domain/organisation/settings";
import { Panel } from "../panels/panel";
import { SETTING_LABELS, settingWords } from "./setting-words";

type SettingsConflictProps = {
  fields: readonly SettingsField[];
  stands: TypedSettings;
  typed: TypedSettings;
};

/** Both texts of what two people changed: what stands now, and what was typed here. */
export function SettingsConflict({ fields, stands, typed }: SettingsConflictProps) {
  const differing = fields.filter((field) => wordsOf(field, stands) !== wordsOf(field, typed));
  return (
    <Panel kind="conflict" id="conflict" title="Somebody else changed the settings">
      {differing.length === 0 ? (
        <p>What stands now is what you typed. Nothing is lost.</p>
      ) : (
        <>
          <p>What you typed is in the boxes below. Save it, or keep what stands.</p>
          <dl className="ir-two-texts">
            {differing.map((field) => (
              <div key={field}>
                <dt>{SETTING_LABELS[field]}</dt>
                <dd>
                  <span className="ir-muted">Stands now:</span> {wordsOf(field, stands)}
                </dd>
                <dd>
                  <span className="ir-muted">You typed:</span> {wordsOf(field, typed)}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Panel>
  );
}

/** A box that is not ticked sends nothing, which is no difference. */
const wordsOf = (field: SettingsField, texts: TypedSettings): string =>
  settingWords(field, (texts[field] ?? "").trim());
