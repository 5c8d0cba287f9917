import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/form/error-summary";
import { TextInput } from "~/components/form/text-input";
import { Page } from "~/components/page";
import { PERSON_WORDS } from "~/domain/people/person-fields";
import { fieldOf } from "~/forms/invitation";
import { changeName } from "~/services/account/change-name.server";

export const meta: MetaFunction = () => [{ title: "Change your name - Inclusion Review" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  return { name: actor.name };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const name = fieldOf(await request.formData(), "name");
  const changed = await changeName(context.app, actor, { name });
  if (changed.ok) return redirect("/account?named=1");
  return data({ typed: name, problem: PERSON_WORDS.name }, { status: 422 });
}

export default function ChangeName() {
  const { name } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problem = refused?.problem;
  return (
    <Page
      title="Change your name"
      template="thing"
      back={{ to: "/account", label: "Your account" }}
      above={
        <ErrorSummary errors={problem === undefined ? [] : [{ fieldId: "name", text: problem }]} />
      }
      lede="Colleagues see it, and it stands under what you sign from now on."
    >
      <p className="ir-body">
        What is already signed keeps the name it was signed with: a signed copy never changes.
      </p>
      <Form method="post" noValidate>
        <TextInput
          id="name"
          name="name"
          label="Your name"
          hint="As it should stand under a signature."
          autoComplete="name"
          width="medium"
          defaultValue={refused?.typed ?? name}
          error={problem}
        />
        <Button>Change name</Button>
      </Form>
    </Page>
  );
}
