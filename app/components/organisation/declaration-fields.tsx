import {
  DECLARATION_MAX,
  type SettingsProblem,
  type TypedSettings,
} from "~/domain/organisation/settings";
import { TextArea } from "../form/text-area";
import { controlOf } from "../people/problem-at";
import { SETTING_LABELS } from "./setting-words";

type Service = { head: string; governor: string };
type FieldsProps = {
  typed: TypedSettings;
  problems: readonly SettingsProblem[];
  service: Service;
};

/** What a headteacher and a governor declare when they sign. */
export function DeclarationFields({ typed, problems, service }: FieldsProps) {
  return (
    <>
      <TextArea
        {...controlOf("headDeclaration", problems)}
        label={SETTING_LABELS.headDeclaration}
        hint={`Left empty: “${service.head}”`}
        limit={DECLARATION_MAX}
        defaultValue={typed.headDeclaration}
      />
      <TextArea
        {...controlOf("governorDeclaration", problems)}
        label={SETTING_LABELS.governorDeclaration}
        hint={`Left empty: “${service.governor}”`}
        limit={DECLARATION_MAX}
        defaultValue={typed.governorDeclaration}
      />
    </>
  );
}

/** The signatures as the PDF prints them, with invented names. */
export function DeclarationPreview({ typed, service }: Omit<FieldsProps, "problems">) {
  const own = (text: string | undefined, instead: string) =>
    (text ?? "").trim() === "" ? instead : (text ?? "");
  return (
    <section className="ir-section" aria-labelledby="printed">
      <h2 className="ir-h2" id="printed">
        As it is printed
      </h2>
      <div className="ir-printed-pair">
        <Printed
          name="Helen Marsh"
          title="headteacher"
          words={own(typed.headDeclaration, service.head)}
        />
        <Printed
          name="Joan Whitfield"
          title="link governor"
          words={own(typed.governorDeclaration, service.governor)}
        />
      </div>
    </section>
  );
}

function Printed({ name, title, words }: { name: string; title: string; words: string }) {
  return (
    <div className="ir-printed">
      <p className="ir-printed-name">{name}</p>
      <p className="ir-muted">{title}</p>
      <p>{words}</p>
      <p className="ir-muted">Signed on the day, at the time</p>
    </div>
  );
}
