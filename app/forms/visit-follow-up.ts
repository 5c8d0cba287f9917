import { saysNoNames, textOf } from "./visit-record";

/** One of the two forms after a visit, and what was typed in it. A version that was lost is none. */
export function readFollowUp(form: FormData) {
  const typed = {
    rating: textOf(form, "rating"),
    ratingWords: textOf(form, "ratingWords"),
    whatWeDid: textOf(form, "whatWeDid"),
  };
  const given = Number(textOf(form, "version"));
  const version = Number.isSafeInteger(given) && given >= 0 ? given : -1;
  const namesConfirmed = saysNoNames(form);
  const input =
    form.get("says") === "what-we-did"
      ? ({ version, namesConfirmed, says: "what-we-did", text: typed.whatWeDid } as const)
      : ({
          version,
          namesConfirmed,
          says: "rating",
          rating: Number(typed.rating),
          words: typed.ratingWords,
        } as const);
  return { input, typed };
}
