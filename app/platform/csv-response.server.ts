/** A CSV file to download: never kept by a browser or a proxy, since it names people. */
export function csvResponse({ text, fileName }: { text: string; fileName: string }): Response {
  return new Response(text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
