import type { SignOffKind } from "~/domain/submission/states";

/** A signature as pages show it: who, in what role, when; `reason` where somebody did not sign or noted a minute. */
export type SignatureView = {
  name: string;
  title: string;
  kind: SignOffKind;
  reason: string | null;
  at: Date;
};

type SignOff = Omit<SignatureView, "at"> & { signedAt: Date };

/** Only what is shown: no account behind a name, no declaration. */
export const signatureViews = (signOffs: readonly SignOff[]): SignatureView[] =>
  signOffs.map(({ name, title, kind, reason, signedAt }) => ({
    name,
    title,
    kind,
    reason,
    at: signedAt,
  }));
