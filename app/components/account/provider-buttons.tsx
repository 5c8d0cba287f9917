import { Form } from "@remix-run/react";
import type { ProviderChoice } from "~/services/account/start-single-sign-on.server";
import { Button } from "../button";

type Props = {
  providers: readonly ProviderChoice[];
  /** Before the provider's name: "Sign in with". */
  verb: string;
  /** Where to go afterwards: one of our own paths. */
  next?: string | null;
  /** The secret of the invitation whose page this is. */
  invitation?: string;
};

/** One button for each provider. They post the whole page, since what answers leads the browser away. */
export function ProviderButtons({ providers, verb, next = null, invitation }: Props) {
  return (
    <div className="ir-stack">
      {providers.map(({ key, name }) => (
        <Form key={key} method="post" action={`/sign-in/with/${key}`} reloadDocument>
          {next === null ? null : <input type="hidden" name="next" value={next} />}
          {invitation === undefined ? null : (
            <input type="hidden" name="invitation" value={invitation} />
          )}
          <Button secondary>
            {verb} {name}
          </Button>
        </Form>
      ))}
    </div>
  );
}
