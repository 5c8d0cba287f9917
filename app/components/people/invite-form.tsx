import { Form, Link } from "@remix-run/react";
import type { InvitationFields } from "~/domain/people/invitation";
import type { InviteView } from "~/services/people/views";
import { Button } from "../button";
import { Radios } from "../form/radios";
import { Select } from "../form/select";
import { TextInput } from "../form/text-input";
import { controlOf } from "./problem-at";

export type TypedInvitation = InvitationFields & { urn?: string };
type Problem = { field: string; message: string };

export const BLANK: TypedInvitation = {
  name: "",
  email: "",
  role: "",
  from: "",
  to: "",
  signingTitle: "",
  questionnaireKey: "",
  urn: "",
};

type InviteFormProps = {
  view: InviteView;
  typed: TypedInvitation;
  problems: readonly Problem[];
  /** Whether a headteacher's school is asked for. */
  asksSchool: boolean;
  back: string;
};

/** One invitation, as a form. Everything typed comes back with its problems. */
export function InviteForm({ view, typed, problems, asksSchool, back }: InviteFormProps) {
  const at = (field: string) => controlOf(field, problems);
  const { roles, questionnaires } = view;
  return (
    <Form method="post" noValidate>
      <TextInput
        {...at("name")}
        label="Name"
        defaultValue={typed.name}
        width="medium"
        autoComplete="off"
      />
      <TextInput
        {...at("email")}
        type="email"
        label="Work e-mail address"
        hint="The invitation goes here, and they sign in with it."
        defaultValue={typed.email}
        width="medium"
        autoComplete="off"
        spellCheck={false}
      />
      <Radios {...at("role")} legend="Role" choices={roles} chosen={typed.role} />
      {asksSchool ? (
        <TextInput
          {...at("urn")}
          label="URN of the school"
          aside="(for a headteacher)"
          defaultValue={typed.urn ?? ""}
          width="short"
          inputMode="numeric"
          autoComplete="off"
        />
      ) : null}
      <TextInput
        {...at("signingTitle")}
        label="Title beside the name"
        aside="(if you like)"
        hint="As it is printed beside a signature, like acting headteacher."
        defaultValue={typed.signingTitle}
        width="medium"
        autoComplete="off"
      />
      {questionnaires.length === 0 ? null : (
        <Select
          {...at("questionnaireKey")}
          label="Questionnaires"
          hint="One only, as for an asthma lead, or all of them."
          choices={[{ value: "", label: "All questionnaires" }, ...questionnaires]}
          defaultValue={typed.questionnaireKey}
        />
      )}
      <RoleDatesFields typed={typed} problems={problems} />
      <div className="ir-actions">
        <Button>Send invitation</Button>
        <Link to={back}>Go back without sending</Link>
      </div>
    </Form>
  );
}

type RoleDatesProps = {
  typed: { from: string; to: string };
  problems: readonly Problem[];
  /** The role has begun: its first day stands. */
  begun?: boolean;
};

/** The days a role lasts, as for an acting head or maternity cover. */
export function RoleDatesFields({ typed, problems, begun = false }: RoleDatesProps) {
  return (
    <>
      {begun ? null : (
        <TextInput
          {...controlOf("from", problems)}
          label="First day"
          aside="(today, if empty)"
          hint="Like 4 9 2026"
          defaultValue={typed.from}
          width="short"
          autoComplete="off"
        />
      )}
      <TextInput
        {...controlOf("to", problems)}
        label="Last day"
        aside="(if the role ends, as for an acting head or cover)"
        hint="Like 31 8 2027"
        defaultValue={typed.to}
        width="short"
        autoComplete="off"
      />
    </>
  );
}
