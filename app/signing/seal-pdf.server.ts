import { PDFDict, PDFDocument, PDFName, PDFString } from "pdf-lib";
import type { PDFRef } from "pdf-lib";

import { signDetached } from "./cms-signature.server";
import type { SigningIdentity } from "./cms-signature.server";

export type SealInput = SigningIdentity & {
  /** The moment written into the seal, by the server's clock. */
  signedAt: Date;
  /** Why, as readers show it: the reference of the signed copy stands in it. */
  reason: string;
  /** Who seals, as readers show it. */
  name: string;
};

/** Room for the signature in the file, in bytes; in hexadecimal it takes twice that. */
export const CONTENTS_BYTES = 16_384;

const FIELD = "Seal";
const DIGITS = 10;

/**
 * Seals a composed PDF once, as PAdES-B-B (ETSI EN 319 142-1): a detached CMS signature over every byte of
 * the file but its own. The composed bytes are kept and the seal is added after them.
 * Throws when the file keeps no place for a seal or has one already.
 */
export async function sealPdf(bytes: Uint8Array, input: SealInput): Promise<Uint8Array> {
  const place = await findSealPlace(bytes);
  const { file, rangeAt, contentsAt } = addSignature(bytes, place, input);
  const contentsEnd = contentsAt + CONTENTS_BYTES * 2 + 2;
  const range = [contentsAt, contentsEnd, file.length - contentsEnd]
    .map((value) => String(value).padStart(DIGITS, " "))
    .join(" ");
  file.write(range, rangeAt, "latin1");
  const signed = Buffer.concat([file.subarray(0, contentsAt), file.subarray(contentsEnd)]);
  const signature = signDetached(signed, input);
  if (signature.length > CONTENTS_BYTES) throw new Error("The signature is larger than its place");
  file.write(signature.toString("hex"), contentsAt + 1, "latin1");
  return new Uint8Array(file);
}

type SealPlace = { widget: PDFRef; dict: string; next: number; trailer: string; previous: number };

async function findSealPlace(bytes: Uint8Array): Promise<SealPlace> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context } = document;
  const found = context.enumerateIndirectObjects().find(([, object]) => isSealField(object));
  if (found === undefined) throw new Error("This file keeps no place for a seal");
  const [widget, object] = found;
  const { Root, Info, ID } = context.trailerInfo;
  const entries = [`/Root ${String(Root)}`, `/Info ${String(Info)}`, `/ID ${String(ID)}`];
  return {
    widget,
    dict: String(object),
    next: context.largestObjectNumber + 1,
    trailer: entries.join(" "),
    previous: previousTable(bytes),
  };
}

function isSealField(object: unknown): boolean {
  if (!(object instanceof PDFDict) || object.get(PDFName.of("FT")) !== PDFName.of("Sig"))
    return false;
  const name = object.get(PDFName.of("T"));
  if (!(name instanceof PDFString) || name.decodeText() !== FIELD) return false;
  if (object.has(PDFName.of("V"))) throw new Error("This file is sealed already");
  return true;
}

/** Where the file's cross-reference table starts, which the added one must name. */
function previousTable(bytes: Uint8Array): number {
  const tail = Buffer.from(bytes.subarray(-64)).toString("latin1");
  const match = /startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(tail);
  if (match?.[1] === undefined) throw new Error("This file does not end as a PDF does");
  return Number(match[1]);
}

/** The file with the seal's objects added and room left in them, and where that room is. */
function addSignature(bytes: Uint8Array, place: SealPlace, input: SealInput) {
  const start = bytes.length + 1;
  const head = `\n${place.next} 0 obj\n${signatureHead(input)}\n/ByteRange [0 `;
  const room = " ".repeat(3 * DIGITS + 2);
  const before = `${head}${room}]\n/Contents `;
  const contents = `<${"0".repeat(CONTENTS_BYTES * 2)}>`;
  const body = `${before}${contents}\n>>\nendobj\n`;
  const widgetAt = bytes.length + body.length;
  const widget = place.dict.replace(/>>\s*$/, `/V ${place.next} 0 R\n>>`);
  const objects = `${body}${place.widget.objectNumber} 0 obj\n${widget}\nendobj\n`;
  const table = crossReference(place, {
    widgetAt,
    signatureAt: start,
    at: bytes.length + objects.length,
  });
  return {
    file: Buffer.concat([bytes, Buffer.from(objects + table, "latin1")]),
    rangeAt: bytes.length + head.length,
    contentsAt: bytes.length + before.length,
  };
}

/** Written by hand, so that no library changes a byte of it. Text goes in as UTF-16 in hexadecimal. */
function signatureHead({ signedAt, reason, name }: SealInput): string {
  const when = signedAt.toISOString().replace(/\D/g, "").slice(0, 14);
  return [
    "<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached",
    `/M (D:${when}Z)`,
    `/Name ${textString(name)}`,
    `/Reason ${textString(reason)}`,
  ].join("\n");
}

function textString(text: string): string {
  const units = Buffer.from(text.slice(0, 200), "utf16le").swap16();
  return `<FEFF${units.toString("hex").toUpperCase()}>`;
}

function crossReference(
  place: SealPlace,
  { widgetAt, signatureAt, at }: { widgetAt: number; signatureAt: number; at: number },
): string {
  const row = (offset: number) => `${String(offset).padStart(10, "0")} 00000 n \n`;
  return [
    "xref\n",
    `${place.widget.objectNumber} 1\n${row(widgetAt)}`,
    `${place.next} 1\n${row(signatureAt)}`,
    `trailer\n<< /Size ${place.next + 1} ${place.trailer} /Prev ${place.previous} >>\n`,
    `startxref\n${at}\n%%EOF\n`,
  ].join("");
}
