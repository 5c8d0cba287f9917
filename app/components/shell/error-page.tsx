import { isRouteErrorResponse } from "@remix-run/react";
import { z } from "~/domain/zod";
import { Page } from "../page";

type ErrorWords = { title: string; message: string };

const KIND_WORDS: Record<number, ErrorWords> = {
  403: {
    title: "Your role does not do this",
    message:
      "“Who can see what” says who does what. Ask your headteacher if your role should change.",
  },
  404: {
    title: "Page not found",
    message: "Check the address. If you followed a link, it may be for another school or role.",
  },
  405: {
    title: "Page not found",
    message: "Go back and use the button or link on that page.",
  },
  409: {
    title: "Someone else changed this first",
    message: "Reload the page to see what they wrote. Nothing of theirs was replaced.",
  },
  429: {
    title: "You have tried several times",
    message: "Wait 10 minutes, then try again.",
  },
};

const UNKNOWN: ErrorWords = {
  title: "Something went wrong",
  message: "Nothing you saved is lost. Try again; if it happens again, tell us this reference.",
};

const text = (data: object, key: "title" | "message"): string | null => {
  const value: unknown = Reflect.get(data, key);
  return typeof value === "string" ? value : null;
};

/** What was typed, where it could not be saved. */
function textsSent(error: unknown): { label: string; text: string }[] {
  const sent: unknown = isRouteErrorResponse(error) ? error.data : null;
  return TextsSchema.parse(sent).texts;
}

const TextsSchema = z
  .object({ texts: z.array(z.object({ label: z.string(), text: z.string() })) })
  .catch({ texts: [] });

/** Status and words of anything caught: the ones the server sent, or those of the kind. */
export function errorWords(error: unknown): ErrorWords & { status: number } {
  if (!isRouteErrorResponse(error)) return { status: 500, ...UNKNOWN };
  const kind = KIND_WORDS[error.status] ?? UNKNOWN;
  const sent: unknown = error.data;
  if (typeof sent !== "object" || sent === null) return { status: error.status, ...kind };
  return {
    status: error.status,
    title: text(sent, "title") ?? kind.title,
    message: text(sent, "message") ?? kind.message,
  };
}

type ErrorPageProps = { error: unknown; requestId: string | null };

/** The page shown when something stops. Only an unknown error shows the reference to quote. */
export function ErrorPage({ error, requestId }: ErrorPageProps) {
  const { status, title, message } = errorWords(error);
  return (
    <Page title={title} template="thing">
      <p className="ir-body">{message}</p>
      <TypedTexts texts={textsSent(error)} />
      {status >= 500 && requestId ? (
        <p className="ir-body">
          Reference <span className="ir-strong">{requestId}</span>
        </p>
      ) : null}
      <p className="ir-body">
        <a href="/">Go to your start page</a>
      </p>
    </Page>
  );
}

const TypedTexts = ({ texts }: { texts: readonly { label: string; text: string }[] }) =>
  texts.length === 0 ? null : (
    <div className="ir-panel">
      {texts.map(({ label, text: words }, index) => (
        <div key={index}>
          <h2 className="ir-h3">{label}</h2>
          <p className="ir-words">{words}</p>
        </div>
      ))}
    </div>
  );
