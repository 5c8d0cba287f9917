import {
  PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
  PDFWriter,
} from "pdf-lib";
import type { PDFRef } from "pdf-lib";

import type { Flow } from "./flow";
import { PAPER } from "./paper";
import { pdfDate } from "./pdf-syntax";
import type { StructureNode } from "./structure-tree";
import { writeOutline } from "./write-outline";
import type { Bookmark } from "./write-outline";
import { writeStructure } from "./write-structure";
import { xmpPacket } from "./xmp-packet";

export type Attachment = { name: string; description: string; mimeType: string; bytes: Uint8Array };

export type DocumentFacts = {
  title: string;
  subject: string;
  author: string;
  madeAt: Date;
  /** 32 hexadecimal digits that name the document: the same for the same content. */
  id: string;
  bookmarks: readonly Bookmark[];
  attachment: Attachment | null;
  /** Whether to keep a place where the seal goes. */
  sealable: boolean;
};

/** The name of the field a seal fills (app/signing looks for it). */
export const SEAL_FIELD = "Seal";

/**
 * Writes drawn pages as a tagged PDF 1.7. Nothing in it depends on chance or the time of day:
 * the same pages and facts give the same bytes.
 */
export async function writeDocument(
  flow: Flow,
  root: StructureNode,
  facts: DocumentFacts,
): Promise<Uint8Array> {
  const context = PDFContext.create();
  const pagesRef = context.nextRef();
  const catalogRef = context.nextRef();
  const pages = flow.pages.map((page) => ({ page, ref: context.nextRef() }));
  const refs = pages.map(({ ref }) => ref);
  const resources = context.register(context.obj({ Font: flow.fonts.embed(context) }));
  for (const { page, ref } of pages) {
    const contents = context.register(context.flateStream(page.content()));
    const place = { Parent: pagesRef, StructParents: page.index };
    context.assign(
      ref,
      context.obj({ ...pageShape(), ...place, Resources: resources, Contents: contents }),
    );
  }
  context.assign(pagesRef, context.obj({ Type: "Pages", Kids: refs, Count: refs.length }));
  const seal = facts.sealable ? writeSealField(context, refs) : null;
  const structure = writeStructure(context, {
    root,
    flow,
    pages: refs,
    form: seal?.widget ?? null,
  });
  const catalog = context.obj({
    Type: "Catalog",
    Pages: pagesRef,
    Lang: PDFString.of("en-GB"),
    MarkInfo: { Marked: true },
    ViewerPreferences: { DisplayDocTitle: true },
    StructTreeRoot: structure,
    Outlines: writeOutline(context, facts.bookmarks, refs),
    PageMode: "UseNone",
    Metadata: writeMetadata(context, facts),
  });
  context.assign(catalogRef, catalog);
  if (seal !== null) catalog.set(PDFName.of("AcroForm"), seal.form);
  if (facts.attachment !== null)
    attach(context, catalog, { ...facts, attachment: facts.attachment });
  context.trailerInfo.Root = catalogRef;
  context.trailerInfo.Info = writeInfo(context, facts);
  const id = PDFHexString.of(facts.id);
  context.trailerInfo.ID = context.obj([id, id]);
  return PDFWriter.forContext(context, Infinity).serializeToBuffer();
}

function pageShape() {
  return {
    Type: "Page",
    MediaBox: [0, 0, PAPER.width, PAPER.height],
    Tabs: "S",
  };
}

/** An empty signature field on the last page, out of sight, so that sealing changes one object only. */
function writeSealField(
  context: PDFContext,
  pages: readonly PDFRef[],
): { form: PDFRef; widget: PDFRef } {
  const last = pages.at(-1);
  if (last === undefined) throw new Error("A document has at least one page");
  const widget = context.register(
    context.obj({
      Type: "Annot",
      Subtype: "Widget",
      FT: "Sig",
      T: PDFString.of(SEAL_FIELD),
      TU: PDFString.of("Electronic seal"),
      Rect: [0, 0, 0, 0],
      F: 132,
      P: last,
      StructParent: pages.length,
    }),
  );
  context.lookup(last, PDFDict).set(PDFName.of("Annots"), context.obj([widget]));
  return { form: context.register(context.obj({ Fields: [widget], SigFlags: 3 })), widget };
}

function writeMetadata(context: PDFContext, facts: DocumentFacts): PDFRef {
  const dict = context.obj({ Type: "Metadata", Subtype: "XML" });
  return context.register(PDFRawStream.of(dict, new TextEncoder().encode(xmpPacket(facts))));
}

function writeInfo(context: PDFContext, facts: DocumentFacts): PDFRef {
  return context.register(
    context.obj({
      Title: PDFHexString.fromText(facts.title),
      Subject: PDFHexString.fromText(facts.subject),
      Author: PDFHexString.fromText(facts.author),
      Creator: PDFString.of("Inclusion Review"),
      Producer: PDFString.of("Inclusion Review"),
      CreationDate: PDFString.of(pdfDate(facts.madeAt)),
      ModDate: PDFString.of(pdfDate(facts.madeAt)),
    }),
  );
}

function attach(
  context: PDFContext,
  catalog: PDFDict,
  { attachment, madeAt }: { attachment: Attachment; madeAt: Date },
): void {
  const { bytes, name, description, mimeType } = attachment;
  const file = context.register(
    context.flateStream(bytes, {
      Type: "EmbeddedFile",
      Subtype: mimeType,
      Params: { Size: bytes.length, ModDate: PDFString.of(pdfDate(madeAt)) },
    }),
  );
  const spec = context.register(
    context.obj({
      Type: "Filespec",
      F: PDFString.of(name),
      UF: PDFHexString.fromText(name),
      Desc: PDFHexString.fromText(description),
      EF: { F: file, UF: file },
      AFRelationship: "Data",
    }),
  );
  const names = context.obj({ EmbeddedFiles: { Names: [PDFHexString.fromText(name), spec] } });
  catalog.set(PDFName.of("Names"), names);
  catalog.set(PDFName.of("AF"), context.obj([spec]));
}
