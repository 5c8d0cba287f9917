import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ClaimSearchPage } from "~/components/people/claim-pages";
import { searchSchools } from "~/services/people/claim-school.server";

export const meta: MetaFunction = () => [{ title: "Start for your school - Inclusion Review" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 100);
  const found = query.trim() === "" ? null : await searchSchools(context.app, query);
  return { query, found };
}

export default function Claim() {
  return <ClaimSearchPage {...useLoaderData<typeof loader>()} />;
}
