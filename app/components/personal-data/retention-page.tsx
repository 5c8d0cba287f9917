import { Form, Link } from "@remix-run/react";
import { formatDateTime } from "~/domain/calendar/format";
import {
  SETTABLE,
  SETTABLE_KINDS,
  type SettableKind,
  type TypedSettings,
} from "~/domain/personal-data/retention-settings";
import type { KindCount } from "~/domain/personal-data/retention-plan";
import type { RetentionView } from "~/services/personal-data/retention-schedule.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { TextInput } from "../form/text-input";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { controlOf, summaryOf } from "../people/problem-at";
import { FixedTable, NightsTable, WouldGoTable } from "./retention-tables";

export type SentSettings = {
  typed: TypedSettings;
  problems: { field: SettableKind; message: string }[];
  /** What was looked at and not saved yet; null: nothing. */
  preview: { seen: string; counts: KindCount[] } | null;
};

type Props = { view: RetentionView; sent: SentSettings | null; told: string | null };

/** How long an organisation keeps what it may choose, and what each night did about it. */
export function RetentionPage({ view, sent, told }: Props) {
  const { organisation, nights, serviceNights } = view;
  return (
    <Page
      title="How long things are kept"
      caption={organisation.name}
      above={
        <>
          {told === null ? null : <Notice>{told}</Notice>}
          <ErrorSummary errors={summaryOf(sent?.problems ?? [])} />
        </>
      }
      lede="What nobody needs any longer is deleted at night. Where several organisations look after one school, the longest time of those that delete counts."
    >
      <p className="ir-body">
        <Link to={`/organisations/${organisation.key}/retention/requests`}>
          Answer someone who asked for their data
        </Link>
      </p>
      <SettingsForm view={view} sent={sent} />
      <StartForm view={view} />
      <section className="ir-section" aria-labelledby="nights">
        <h2 className="ir-h2" id="nights">
          Each night
        </h2>
        <NightsTable nights={nights} caption="Of this organisation" />
        <NightsTable nights={serviceNights} caption="Of the whole service" />
      </section>
      <section className="ir-section" aria-labelledby="fixed">
        <h2 className="ir-h2" id="fixed">
          What is not set here
        </h2>
        <p className="ir-body">
          A school’s private and lapsed self-reviews are the school’s: they are kept, unless its
          headteacher chooses otherwise. Head and coordinator are told by mail 30 days before
          anything of theirs goes.
        </p>
        <FixedTable />
      </section>
    </Page>
  );
}

function SettingsForm({ view, sent }: Omit<Props, "told">) {
  const { settings, version } = view;
  const problems = sent?.problems ?? [];
  const preview = sent?.preview ?? null;
  return (
    <Form method="post" noValidate className="ir-section">
      <h2 className="ir-h2">Months to keep</h2>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="seen" value={preview?.seen ?? ""} />
      {SETTABLE_KINDS.map((kind) => (
        <TextInput
          key={kind}
          {...controlOf(kind, problems)}
          label={`${SETTABLE[kind].label}, in months`}
          hint={<KindHint kind={kind} />}
          defaultValue={sent?.typed[kind] ?? String(settings[kind])}
          inputMode="numeric"
          width="number"
          autoComplete="off"
        />
      ))}
      {preview === null ? null : (
        <WouldGoTable counts={preview.counts} caption="With these months, the next night" />
      )}
      <Button name="intent" value="save">
        {preview === null ? "See what would go" : "Keep things this long"}
      </Button>
    </Form>
  );
}

function KindHint({ kind }: { kind: SettableKind }) {
  const { hint, months, reason, source } = SETTABLE[kind];
  return (
    <>
      {hint}. {reason} Usually {months.usual}, from {months.least} to {months.most}. {source}.
    </>
  );
}

function StartForm({ view: { startedAt, wouldGo, version } }: { view: RetentionView }) {
  if (startedAt !== null) {
    return (
      <p className="ir-body">Deleting by these months began on {formatDateTime(startedAt)}.</p>
    );
  }
  return (
    <Form method="post" className="ir-section">
      <h2 className="ir-h2">Nothing is deleted by these months yet</h2>
      <WouldGoTable counts={wouldGo ?? []} caption="What would go the next night" />
      <p className="ir-body">
        Accounts are erased only 30 days after their person was told. What is deleted cannot be
        brought back.
      </p>
      <input type="hidden" name="version" value={version} />
      <Button secondary name="intent" value="start">
        Start deleting
      </Button>
    </Form>
  );
}
