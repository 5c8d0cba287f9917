import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getSession, requireActor } from "~/auth/session.server";
import { AccountPage } from "~/components/account/account-page";
import { accountTold } from "~/components/account/told-words";
import { listKeptForms } from "~/services/account/kept-forms.server";
import { viewAccount } from "~/services/account/view-account.server";

export const meta: MetaFunction = () => [{ title: "Your account - Inclusion Review" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const session = await getSession(request, context);
  const sessionId = session?.id ?? "";
  const [view, kept] = await Promise.all([
    viewAccount(context.app, actor, { sessionId }),
    listKeptForms(context.app, actor),
  ]);
  const told = accountTold(new URL(request.url).searchParams);
  return { view, told, textKept: kept.length > 0 };
}

export default function Account() {
  return <AccountPage {...useLoaderData<typeof loader>()} />;
}
