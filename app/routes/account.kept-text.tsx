import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { pageWords } from "~/components/account/page-words";
import { Button } from "~/components/button";
import { Page } from "~/components/page";
import {
  forgetKeptForms,
  listKeptForms,
  type KeptFormView,
} from "~/services/account/kept-forms.server";

export const meta: MetaFunction = () => [{ title: "Your kept text - Inclusion Review" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  return { forms: await listKeptForms(context.app, actor) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  await forgetKeptForms(context.app, actor);
  return redirect("/");
}

export default function KeptText() {
  const { forms } = useLoaderData<typeof loader>();
  return (
    <Page
      title="You typed this before your session ended"
      template="thing"
      lede={
        forms.length === 0
          ? "Nothing is kept for you now."
          : "It is not saved in its place yet. Copy what you need, go back to the page and put it in again. Only you see this, and it goes after 24 hours."
      }
    >
      <div className="ir-stack">
        {forms.map((form, index) => (
          <KeptFormPanel form={form} key={index} />
        ))}
      </div>
      {forms.length === 0 ? (
        <p>
          <Link to="/">Go to your first page</Link>
        </p>
      ) : (
        <Form method="post" className="ir-section">
          <Button secondary>I have what I need: remove this text</Button>
        </Form>
      )}
    </Page>
  );
}

function KeptFormPanel({ form }: { form: KeptFormView }) {
  return (
    <div className="ir-panel">
      <h2 className="ir-h2">{pageWords(form.page)}</h2>
      {form.texts.map(({ label, text }, index) => (
        <div key={index}>
          <h3 className="ir-h3">{label}</h3>
          <p className="ir-words">{text}</p>
        </div>
      ))}
      <p>
        <Link to={form.page}>
          Go back to this page
          <span className="govuk-visually-hidden">: {pageWords(form.page)}</span>
        </Link>
      </p>
    </div>
  );
}
