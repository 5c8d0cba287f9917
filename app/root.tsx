import fontUrl from "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { useEffect, type ReactNode } from "react";
import { getActor, readSessionEnd } from "~/auth/session.server";
import { putBackTyped, RECORD_TYPED } from "~/components/form/typed-early";
import { ErrorPage, errorWords } from "~/components/shell/error-page";
import { useNonce } from "~/components/shell/nonce";
import { frameOf } from "~/components/shell/page-handle";
import { hasSeveralPlaces, onlyRole, placesWords } from "~/components/shell/role-words";
import { Shell } from "~/components/shell/shell";
import { PersonProvider } from "~/components/shell/signed-in-person";
import { useForgetOthers } from "~/components/visits/notes/use-forget-others";
import { catchesMail } from "~/platform/catches-mail.server";
import { listPlaces } from "~/services/account/list-places.server";
import stylesUrl from "~/styles/app.scss?url";

export const links: LinksFunction = () => [
  { rel: "preload", href: fontUrl, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: stylesUrl },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/icons/180.png" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

export const meta: MetaFunction = ({ error }) => [
  { title: error ? `${errorWords(error).title} - Inclusion Review` : "Inclusion Review" },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await getActor(request, context);
  // Read only for those who have somewhere to change to.
  const places = actor && hasSeveralPlaces(actor) ? await listPlaces(context.app, actor) : [];
  return {
    demonstration: context.app.config.demo,
    keepsMails: catchesMail(context.app.config),
    requestId: context.requestId,
    sessionEnd: actor ? await readSessionEnd(request, context) : null,
    actor: actor
      ? {
          id: actor.userId,
          name: actor.name,
          role: onlyRole(actor),
          places: placesWords(places),
        }
      : null,
  };
}

/** Marks the page as scripted before it is drawn, so that what folds with JavaScript never flashes open. */
const MARK_SCRIPTED = 'document.documentElement.classList.add("js");';

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const data = useRouteLoaderData<typeof loader>("root");
  return (
    <html lang="en-GB" suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#123c56" />
        <script
          nonce={nonce}
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: `${MARK_SCRIPTED}${RECORD_TYPED}` }}
        />
        <Meta />
        <Links />
      </head>
      <body>
        <PersonProvider value={data?.actor?.id ?? null}>
          <Shell
            demonstration={data?.demonstration ?? false}
            keepsMails={data?.keepsMails ?? false}
            actor={data?.actor ?? null}
            sessionEnd={data?.sessionEnd ?? null}
            frame={frameOf(useMatches())}
          >
            {children}
          </Shell>
        </PersonProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  const { actor } = useLoaderData<typeof loader>();
  useEffect(putBackTyped, []);
  useForgetOthers(actor?.id ?? null);
  return <Outlet />;
}

export function ErrorBoundary() {
  const data = useRouteLoaderData<typeof loader>("root");
  return <ErrorPage error={useRouteError()} requestId={data?.requestId ?? null} />;
}
