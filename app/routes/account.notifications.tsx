import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import {
  NotificationsPage,
  type TypedNotifications,
} from "~/components/account/notifications-page";
import { z } from "~/domain/zod";
import { fieldOf } from "~/forms/invitation";
import { NotificationsSchema } from "~/forms/mail-preferences";
import {
  changeMailPreferences,
  viewMailPreferences,
} from "~/services/mail/mail-preferences.server";

export const meta: MetaFunction = () => [{ title: "Notifications - Inclusion Review" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { digest, digestDay, reminders } = await viewMailPreferences(context.app, actor);
  const kept: TypedNotifications = {
    digest: digest ? "yes" : "no",
    digestDay: String(digestDay),
    reminders: reminders ? "yes" : "no",
  };
  return { kept };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const typed: TypedNotifications = {
    digest: fieldOf(form, "digest"),
    digestDay: fieldOf(form, "digestDay"),
    reminders: fieldOf(form, "reminders"),
  };
  const read = NotificationsSchema.safeParse(typed);
  if (!read.success) return data({ typed, problems: problemsOf(read.error) }, { status: 422 });
  await changeMailPreferences(context.app, actor, {
    digest: read.data.digest === "yes",
    digestDay: read.data.digestDay,
    reminders: read.data.reminders === "yes",
  });
  return redirect("/account?mail=1");
}

const FIELDS = ["digest", "digestDay", "reminders"] as const;

function problemsOf(error: z.ZodError<z.infer<typeof NotificationsSchema>>) {
  const told = z.flattenError(error).fieldErrors;
  return FIELDS.flatMap((field) => {
    const message = told[field]?.[0];
    return message === undefined ? [] : [{ field, message }];
  });
}

export default function Notifications() {
  const { kept } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <NotificationsPage typed={refused?.typed ?? kept} problems={refused?.problems ?? []} />;
}
