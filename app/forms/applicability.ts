/** Which parts apply, as ticked. Unknown codes go on to the domain, which leaves them out. */
export type TypedApplicability = {
  phases: string[];
  types: string[];
  sections: string[];
  /** The version of the self-review that the form was made from. */
  version: number;
  changeAccepted: boolean;
};

export function readApplicability(form: FormData): TypedApplicability {
  const all = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  const version = Number(all("version")[0]);
  return {
    phases: all("phases"),
    types: all("types"),
    sections: all("sections"),
    version: Number.isSafeInteger(version) ? version : 0,
    changeAccepted: form.has("changeAccepted"),
  };
}
