/** A copy of somebody's data to download: never kept by a browser or a proxy. */
export function copyResponse(copy: { text: string; type: string; fileName: string }): Response {
  const { text, type, fileName } = copy;
  return new Response(text, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
