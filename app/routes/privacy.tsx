import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PrivacyPage } from "~/components/personal-data/privacy-page";
import { viewPrivacy } from "~/services/personal-data/retention-privacy.server";

export const meta: MetaFunction = () => [{ title: "Privacy - Inclusion Review" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const view = await viewPrivacy(context.app);
  return { view, erased: new URL(request.url).searchParams.has("erased") };
}

export default function Privacy() {
  return <PrivacyPage {...useLoaderData<typeof loader>()} />;
}
