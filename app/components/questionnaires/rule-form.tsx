import { Form } from "@remix-run/react";
import type { ChangeView, ComparisonView } from "~/services/questionnaires/compare-version.server";
import { Button } from "../button";
import { Select } from "../form/select";
import { TextArea } from "../form/text-area";
import { RULE_WORDS } from "./change-words";

/** What a refused form sent, with why. */
export type SentRule = {
  id: string;
  rule: string;
  note: string;
  /** Where each old level was to go, as it was chosen. */
  levels: Record<string, string>;
  message: string;
};

type Props = { change: ChangeView; view: ComparisonView; place: number; sent: SentRule | null };

/** What becomes of the answers to one change, and what schools are told. */
export function RuleForm({ change, view, place, sent }: Props) {
  const { id, rules, rule, note, confirmed, asksConfirming, title, to, from } = change;
  const own = sent?.id === id ? sent : null;
  const choices = rules.map((value) => ({ value, label: RULE_WORDS[value] }));
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="from" value={view.sha256} />
      <input type="hidden" name="change" value={id} />
      <Select
        id={`rule-${place}`}
        name="rule"
        label="What becomes of the answers?"
        width="full"
        choices={choices}
        defaultValue={own?.rule ?? rule}
      />
      {rules.includes("map-levels") ? (
        <Levels change={change} view={view} place={place} sent={own} />
      ) : null}
      <TextArea
        id={`note-${place}`}
        name="note"
        label="Note for schools"
        aside="(if you like)"
        defaultValue={own?.note ?? note}
        limit={500}
        oneLine
      />
      <div className="ir-actions">
        <Button name="intent" value="confirm" secondary={confirmed || !asksConfirming}>
          {confirmed ? "Confirmed: save again" : "Confirm"}
          <span className="govuk-visually-hidden">
            {" "}
            for {(to.length > 0 ? to : from).join(", ")} {title}
          </span>
        </Button>
      </div>
    </Form>
  );
}

/** Where each old level goes; only used when levels are moved. */
function Levels({ change: { map }, view: { levels }, place, sent }: Props) {
  const choices = [
    { value: "", label: "Ask again" },
    ...levels.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
  ];
  return (
    <fieldset className="ir-fieldset">
      <legend className="ir-label">Where levels go, if they move</legend>
      {map.map(({ code, name, to }) => (
        <Select
          key={code}
          id={`level-${place}-${code}`}
          name={`level-${code}`}
          label={`${code} ${name}`}
          choices={choices}
          defaultValue={sent?.levels[code] ?? to}
        />
      ))}
    </fieldset>
  );
}
