import { formatDate } from "~/domain/calendar/format";
import type { Standing } from "~/domain/submission/standing";
import type { CertificateCheckView, CheckView } from "~/services/verify/views";

type Tone = "genuine" | "altered" | "caution";
/** One word or a few, one sentence, paragraphs on what to do, and what is said quietly. */
export type VerdictWords = {
  tone: Tone;
  word: string;
  sentence: string;
  more: string[];
  quiet?: string;
};

const UNHARMED =
  "Mail scanners, printing to PDF, shrinking, and saving or commenting in an editor also change a file. That need not mean anyone meant harm.";
const NAMED_WHEN_GENUINE = "We name the school only when a file is genuine.";
const ASK_AGAIN =
  "Do not rely on it. Ask whoever sent it for the file they downloaded, or ask the school for a new copy.";

const OF_OUR_COPY = {
  genuine: {
    tone: "genuine",
    word: "Genuine",
    sentence: "Nothing in this PDF has changed since it was sealed.",
    more: [],
  },
  superseded: {
    tone: "caution",
    word: "Genuine, and a newer signed copy exists",
    sentence:
      "Nothing in this PDF has changed since it was sealed. The school has signed again since.",
    more: [],
  },
  withdrawn: {
    tone: "caution",
    word: "Withdrawn",
    sentence: "This PDF is as it was sealed, but the signed copy no longer stands.",
    more: ["Do not rely on it. Ask the school whether there is a newer copy."],
  },
  "signed-not-yet-sealed": {
    tone: "caution",
    word: "Signed, not yet sealed",
    sentence: "A signature is still awaited.",
    more: [],
  },
} as const satisfies Record<string, VerdictWords>;

const NOT_OURS = {
  "no-seal": "It carries no seal. A draft printed here has none either.",
  "another-seal":
    "It carries a seal that is not ours. A signed copy that was signed again by someone else is no longer the file we sealed.",
  "our-seal":
    "It carries our seal, but it is not a file we keep, so we cannot say what it is. Tell whoever sent it, and ask the school for its copy.",
} as const;

/** What is said of a check: never a school, a round or a person. */
export function verdictWords(view: CheckView): VerdictWords {
  if (view.of === "certificate") return certificateWords(view);
  return view.of === "file" ? fileWords(view) : referenceWords(view);
}

function fileWords(view: CheckView & { of: "file" }): VerdictWords {
  if (view.kind === "altered") {
    const sentence = view.sealGone
      ? "This file names a signed copy of ours, but its seal is gone."
      : "This file was changed after it was sealed.";
    const more = [ASK_AGAIN, UNHARMED];
    return { tone: "altered", word: "Altered", sentence, more, quiet: NAMED_WHEN_GENUINE };
  }
  if (view.kind === "not-ours") {
    const sentence = "This is not a file that this service sealed.";
    return { tone: "caution", word: "Not ours", sentence, more: [NOT_OURS[view.why]] };
  }
  const removedAt = view.copy.detailsRemovedAt;
  return removedAt === null ? OF_OUR_COPY[view.kind] : removedWords(view.kind, removedAt);
}

/** A copy that personal details were removed from: the file before is withdrawn, the one since says so itself. */
function removedWords(kind: keyof typeof OF_OUR_COPY, removedAt: Date): VerdictWords {
  const words = OF_OUR_COPY[kind];
  const day = formatDate(removedAt);
  if (kind !== "withdrawn") {
    const said = `Personal details were removed on ${day}, after it was signed. Nobody signed again: it differs from what was signed by that only.`;
    return { ...words, more: [...words.more, said] };
  }
  return {
    ...words,
    sentence: `This PDF was taken back on ${day}: personal details were removed from the signed copy.`,
    more: ["Delete it, and ask whoever sent it, or the school, for the PDF that takes its place."],
  };
}

/** A certificate by its bytes, or by its reference alone, which is told less of. */
function certificateWords({ kind, endsOn, certificate }: CertificateCheckView): VerdictWords {
  const until = formatDate(endsOn);
  const what = certificate === null ? "It is the reference of a certificate" : "This certificate";
  const more = certificate === null ? [CHOOSE_THE_CERTIFICATE] : [];
  const quiet = certificate === null ? { quiet: NAMED_WHEN_MATCHED } : {};
  switch (kind) {
    case "genuine": {
      const sentence =
        certificate === null
          ? `${what} that holds until ${until}.`
          : `Nothing in it has changed since it was sealed, and it holds until ${until}.`;
      const word = certificate === null ? "Genuine reference" : "Genuine";
      return { tone: "genuine", word, sentence, more, ...quiet };
    }
    case "lapsed": {
      const sentence = `${what}${certificate === null ? " that" : ""} held until ${until}. It was not renewed in time.`;
      return { tone: "caution", word: "Genuine, and it ran out", sentence, more, ...quiet };
    }
    case "superseded": {
      const sentence = `${what}${certificate === null ? " that" : ""} was renewed: a later certificate took its place.`;
      return { tone: "caution", word: "Genuine, and it was renewed", sentence, more, ...quiet };
    }
    case "withdrawn": {
      const sentence = `${what}${certificate === null ? " that" : ""} was withdrawn by the organisation that gave it.`;
      const ask = "Do not rely on it. Ask the school how it stands now.";
      return { tone: "caution", word: "Withdrawn", sentence, more: [ask, ...more], ...quiet };
    }
  }
}

const CHOOSE_THE_CERTIFICATE =
  "A reference can be copied on to any paper. To know that a PDF is this certificate, choose the PDF.";
const CHOOSE_THE_FILE =
  "A reference can be copied on to any paper. To know that a PDF is this signed copy, choose the PDF.";
const NAMED_WHEN_MATCHED = "We name the school only when the PDF itself is checked.";

function referenceWords(view: CheckView & { of: "reference" }): VerdictWords {
  if (view.kind === "not-ours") {
    const sentence = "No signed copy has this reference.";
    const more = ["Compare it with the paper, or choose the PDF."];
    return { tone: "caution", word: "Not ours", sentence, more };
  }
  const signed = `signed on ${formatDate(view.signedAt)}`;
  return {
    ...standingWords(view.kind, signed),
    more: [CHOOSE_THE_FILE],
    quiet: NAMED_WHEN_MATCHED,
  };
}

function standingWords(kind: Standing, signed: string): Omit<VerdictWords, "more" | "quiet"> {
  switch (kind) {
    case "genuine":
      return {
        tone: "genuine",
        word: "Genuine reference",
        sentence: `It is of a signed copy that stands, ${signed}.`,
      };
    case "superseded":
      return {
        tone: "caution",
        word: "Genuine reference, and a newer signed copy exists",
        sentence: `It is of a signed copy that was ${signed}. The school has signed again since.`,
      };
    case "withdrawn":
      return {
        tone: "caution",
        word: "Withdrawn",
        sentence: `It is of a copy ${signed} that no longer stands.`,
      };
    case "signed-not-yet-sealed":
      return {
        tone: "caution",
        word: "Signed, not yet sealed",
        sentence: `It is of a copy ${signed}. Its sealed PDF is not made yet.`,
      };
  }
}
