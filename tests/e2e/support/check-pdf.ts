import { expect, type Page } from "@playwright/test";
import { haveTools, runTool, runToolLoosely } from "~tests/support/pdf-tools";

/** What independent programs say of a signed copy: valid seal over the whole file, sound, JSON attached. */
export function expectSealedPdf(bytes: Buffer): void {
  if (!haveTools("pdfsig", "qpdf", "pdfdetach")) return;
  const seal = runToolLoosely("pdfsig", ["-nocert"], bytes);
  expect(seal).toContain("Signature is Valid");
  expect(seal).toContain("Total document signed");
  expect(runTool("qpdf", ["--check"], bytes)).toContain("No syntax or stream encoding errors");
  expect(runTool("pdfdetach", ["-list"], bytes)).toContain(".json");
}

/** Gives a file to the public check page; the word it answers stands in the page. */
export async function verify(page: Page, bytes: Buffer): Promise<void> {
  await page.goto("/verify");
  const file = { name: "signed-copy.pdf", mimeType: "application/pdf", buffer: bytes };
  await page.getByLabel("Choose the PDF").setInputFiles(file);
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** The same file with one byte of its text changed. */
export function withOneByteChanged(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  const at = Math.floor(bytes.length / 3);
  changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at);
  return changed;
}
