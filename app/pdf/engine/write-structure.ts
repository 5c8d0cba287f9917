import { PDFHexString, PDFName } from "pdf-lib";
import type { PDFContext, PDFDict, PDFObject, PDFRef } from "pdf-lib";

import type { Flow } from "./flow";
import { addNode, isNode } from "./structure-tree";
import type { ContentMark, StructureNode } from "./structure-tree";

type Written = {
  context: PDFContext;
  pages: readonly PDFRef[];
  refs: Map<StructureNode, PDFRef>;
  form: { node: StructureNode; widget: PDFRef } | null;
};

/**
 * Writes the structure tree and the parent tree that leads from marked content back to it.
 * The seal's widget, when there is one, becomes the last element, a Form.
 */
export function writeStructure(
  context: PDFContext,
  input: { root: StructureNode; flow: Flow; pages: readonly PDFRef[]; form: PDFRef | null },
): PDFRef {
  const { root, flow, pages, form } = input;
  const written: Written = {
    context,
    pages,
    refs: new Map(),
    form:
      form === null
        ? null
        : { node: addNode(root, "Form", { alt: "Electronic seal" }), widget: form },
  };
  const treeRef = context.nextRef();
  writeNode(root, treeRef, written);
  const perPage = flow.pages.flatMap((page): (number | PDFObject)[] => [
    page.index,
    context.register(context.obj(page.owners.map((owner) => refOf(owner, written)))),
  ]);
  const perForm = written.form === null ? [] : [pages.length, refOf(written.form.node, written)];
  const tree = context.obj({
    Type: "StructTreeRoot",
    K: refOf(root, written),
    ParentTree: context.register(context.obj({ Nums: [...perPage, ...perForm] })),
    ParentTreeNextKey: pages.length + 1,
  });
  context.assign(treeRef, tree);
  return treeRef;
}

function refOf(node: StructureNode, { refs, context }: Written): PDFRef {
  const known = refs.get(node);
  if (known !== undefined) return known;
  const ref = context.nextRef();
  refs.set(node, ref);
  return ref;
}

function writeNode(node: StructureNode, parent: PDFRef, written: Written): void {
  const { context } = written;
  const own = refOf(node, written);
  const kids: PDFObject[] = node.kids.map((kid) =>
    isNode(kid) ? refOf(kid, written) : markReference(kid, written),
  );
  if (written.form?.node === node) kids.push(objectReference(written.form.widget, written));
  const element = context.obj({ Type: "StructElem", S: node.type, P: parent, K: kids });
  if (node.alt !== null) element.set(PDFName.of("Alt"), PDFHexString.fromText(node.alt));
  setAttributes(element, node, context);
  context.assign(own, element);
  for (const kid of node.kids) if (isNode(kid)) writeNode(kid, own, written);
}

function markReference(mark: ContentMark, { context, pages }: Written): PDFObject {
  return context.obj({ Type: "MCR", Pg: pages[mark.page], MCID: mark.mcid });
}

function objectReference(widget: PDFRef, { context, pages }: Written): PDFObject {
  return context.obj({ Type: "OBJR", Pg: pages.at(-1), Obj: widget });
}

function setAttributes(element: PDFDict, node: StructureNode, context: PDFContext): void {
  if (node.scope !== null) {
    element.set(PDFName.of("A"), context.obj({ O: "Table", Scope: node.scope }));
  } else if (node.box !== null) {
    const box = node.box.map((edge) => Math.round(edge * 100) / 100);
    element.set(PDFName.of("A"), context.obj({ O: "Layout", Placement: "Block", BBox: box }));
  }
}
