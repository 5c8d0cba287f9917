/** A PDF to download: never kept by a browser or a proxy, since it names people. */
export function pdfResponse({
  bytes,
  fileName,
}: {
  bytes: Uint8Array;
  fileName: string;
}): Response {
  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
    },
  });
}
