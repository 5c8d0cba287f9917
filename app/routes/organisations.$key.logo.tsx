import type { LoaderFunctionArgs } from "@remix-run/node";
import { logoResponse } from "~/platform/logo-response.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { readLogoFile } from "~/services/organisation/logo.server";

/** An organisation's logo, for everybody: it stands on the sign-in page. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const logo = await orErrorPage(context, readLogoFile(context.app, params["key"] ?? ""));
  const asked = new URL(request.url).searchParams.get("v");
  return logoResponse(logo, asked);
}
