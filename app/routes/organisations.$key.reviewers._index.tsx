import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { RegisterPage } from "~/components/reviewers/register-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { whoSeesRegister } from "~/domain/policy/who-sees-register";
import { readRegisterFilter } from "~/forms/reviewer";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewRegister } from "~/services/reviewers/view-register.server";

export const handle = { organisationNav: "reviewers", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Reviewers - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const query = new URL(request.url).searchParams;
  const asked = { key: params["key"] ?? "", filter: readRegisterFilter(query) };
  const view = await orErrorPage(context, viewRegister(context.app, actor, asked));
  const { organisation } = view;
  const told = query.has("ended")
    ? "The role has ended. The entry stands under people who have left."
    : null;
  return { view, organisation, told, whoCanSee: whoSeesRegister(organisation.name) };
}

export default function Register() {
  const { view, told, whoCanSee } = useLoaderData<typeof loader>();
  return <RegisterPage view={view} told={told} whoCanSee={whoCanSee} />;
}
