import { Form } from "@remix-run/react";
import { formatDateTime } from "~/domain/calendar/format";
import type { VersionView } from "~/services/answering/views";
import { Button } from "../button";

/** What every restore on a page builds on: the save it showed as standing, and an id of its own. */
export type Restoring = { base: number; saveId: string };

type RestoreButtonProps = { version: VersionView; restoring: Restoring };

/** Puts an earlier version back as a new save. */
export function RestoreButton({ version, restoring }: RestoreButtonProps) {
  const { revision, savedAt } = version;
  return (
    <Form method="post" className="ir-actions-close">
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="base" value={restoring.base} />
      <input type="hidden" name="saveId" value={`${restoring.saveId}-${revision}`} />
      <Button secondary>
        Put this version back
        <span className="govuk-visually-hidden">, saved {formatDateTime(savedAt)}</span>
      </Button>
    </Form>
  );
}
