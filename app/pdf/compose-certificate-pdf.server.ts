import { formatDate } from "~/domain/calendar/format";
import type { Certificate } from "~/domain/confirmation/certificate";
import type { ComposedPdf } from "./compose-submission-pdf.server";
import { panelBlock } from "./engine/box-blocks";
import { Flow, type Block } from "./engine/flow";
import { COLOUR, STYLE, TEXT_WIDTH, type TextStyle } from "./engine/paper";
import { documentNode } from "./engine/structure-tree";
import { plain, textBlock } from "./engine/text-blocks";
import { writeDocument } from "./engine/write-document";
import { factList, type Fact } from "./submission/fact-list";
import { bookmarkAs, heading, note, paragraph, type Bookmarks } from "./submission/headings";
import { drawFirstHead, drawFurniture, type Furniture } from "./submission/page-furniture";
import { inFours } from "./submission/printed-words";
import { footWords } from "./submission/submission-furniture";

/** What a certificate is printed from: plain data, so that it can be posted to a worker thread. */
export type CertificateInput = {
  certificate: Certificate;
  snapshotText: string;
  /** SHA-256 of `snapshotText`: the check code. */
  sha256: string;
  verifyAddress: string;
  madeAt: Date;
};

/** Prints a certificate on one page. Pure: the same input gives the same bytes. Not yet sealed. */
export async function composeCertificatePdf(input: CertificateInput): Promise<ComposedPdf> {
  const flow = new Flow();
  const root = documentNode();
  const bookmarks: Bookmarks = [];
  const says = furnitureOf(input);
  drawFirstHead(flow.page, root, says);
  flow.add(blocksOf(input, bookmarks), root);
  drawFurniture(flow, says);
  const bytes = await writeDocument(flow, root, { ...factsOf(input), bookmarks });
  return { bytes, pages: flow.pages.length };
}

const UNTIL: TextStyle = { ...STYLE.title, size: 18, colour: COLOUR.pine };
const PADDING = 18;

function blocksOf(input: CertificateInput, bookmarks: Bookmarks): Block[] {
  const { certificate, sha256, verifyAddress } = input;
  const { school, scheme, organisation, endsOn, points } = certificate;
  const width = TEXT_WIDTH - 2 * PADDING;
  const until = `${school.name} is confirmed until ${formatDate(endsOn)}`;
  return [
    textBlock(plain(`Certificate, ${scheme}`, STYLE.muted), { before: 18, keepWithNext: true }),
    textBlock(plain(school.name, STYLE.title), {
      type: "H1",
      keepWithNext: true,
      onPlace: bookmarkAs("Certificate", bookmarks),
    }),
    panelBlock(
      [
        textBlock(plain(until, UNTIL), { width }),
        paragraph(
          `${organisation} confirms that the school meets the ${points} points of ${scheme}, as its headteacher signed for them.`,
          { width, before: 8 },
        ),
      ],
      { edge: COLOUR.pine, padding: PADDING, before: 16 },
    ),
    factList(factRows(certificate), { width: TEXT_WIDTH, before: 22 }),
    heading("What it says, and what it does not", { bookmarks, before: 24 }),
    paragraph(
      "It is about the school’s status in this scheme between the two days above. It says nothing about how well the school does anything else, and it can be withdrawn, with a reason, before its last day.",
    ),
    heading("How to check it", { bookmarks, before: 20 }),
    paragraph(
      `This file is sealed. Choose it at ${verifyAddress} to see that nothing in it has changed, and whether it still stands. Whoever has it on paper can type the reference there.`,
    ),
    note(`Check code in full: ${inFours(sha256)}.`),
  ];
}

function factRows(certificate: Certificate): Fact[] {
  const { school, organisation, questionnaire, copy } = certificate;
  return [
    { label: "School", value: `${school.name}, ${school.localAuthority}` },
    { label: "URN", value: school.urn },
    { label: "Scheme", value: certificate.scheme },
    { label: "Confirmed by", value: `${certificate.confirmedBy}, for ${organisation}` },
    { label: "Confirmed on", value: formatDate(certificate.confirmedOn) },
    { label: "Until", value: formatDate(certificate.endsOn) },
    {
      label: "Given for",
      value: `${questionnaire.title}, version ${questionnaire.version}, signed copy ${copy.number} of ${formatDate(copy.signedOn)}, ${copy.reference}`,
    },
    { label: "Reference", value: certificate.reference },
  ];
}

function furnitureOf(input: CertificateInput): Furniture {
  const { certificate } = input;
  const { reference, school, demonstration } = certificate;
  return {
    first: { above: "Certificate", below: reference },
    later: { left: `${school.name}, certificate`, right: reference },
    foot: footWords({ ...input, draft: null }, demonstration),
    draft: null,
  };
}

function factsOf({ certificate, snapshotText, sha256, madeAt }: CertificateInput) {
  const { school, scheme, reference, organisation, endsOn } = certificate;
  return {
    title: `${school.name}: ${scheme}, confirmed until ${formatDate(endsOn)}, ${reference}`,
    subject: `Inclusion Review reference ${reference}`,
    author: organisation,
    madeAt,
    id: sha256.slice(0, 32).toUpperCase(),
    attachment: {
      name: "certificate.json",
      description: "The certificate as it was given",
      mimeType: "application/json",
      bytes: new TextEncoder().encode(snapshotText),
    },
    sealable: true,
  };
}
