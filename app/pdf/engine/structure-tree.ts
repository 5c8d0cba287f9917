/** Structure types we use, from ISO 32000-1 14.8.4. */
export type StructureType =
  | "Document"
  | "Sect"
  | "H1"
  | "H2"
  | "H3"
  | "P"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "THead"
  | "TBody"
  | "TR"
  | "TH"
  | "TD"
  | "Figure"
  | "Form";

/** Where marked content stands: the page by its index, and its number on that page. */
export type ContentMark = { page: number; mcid: number };

/** An element of the tree screen readers follow. Kids are in reading order. */
export type StructureNode = {
  type: StructureType;
  parent: StructureNode | null;
  kids: (StructureNode | ContentMark)[];
  alt: string | null;
  scope: "Row" | "Column" | null;
  /** Left, bottom, right, top on the page, for figures. */
  box: readonly [number, number, number, number] | null;
};

/** The root of a new tree. */
export function documentNode(): StructureNode {
  return { type: "Document", parent: null, kids: [], alt: null, scope: null, box: null };
}

/** Adds an element as the last kid of `parent`. */
export function addNode(
  parent: StructureNode,
  type: StructureType,
  extra: Partial<Pick<StructureNode, "alt" | "scope" | "box">> = {},
): StructureNode {
  const node: StructureNode = {
    type,
    parent,
    kids: [],
    alt: null,
    scope: null,
    box: null,
    ...extra,
  };
  parent.kids.push(node);
  return node;
}

/** Whether a kid is an element rather than marked content. */
export function isNode(kid: StructureNode | ContentMark): kid is StructureNode {
  return "type" in kid;
}
