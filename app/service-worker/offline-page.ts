/** Said in place of a page that was not kept. Its address is a path of ours, with nothing but ids in it. */
export function offlinePage(path: string): Response {
  const [, visit] = /^\/visits\/([\w-]+)/.exec(path) ?? [];
  const way =
    visit === undefined ? "" : `<p><a href="/visits/${visit}/notes">Go to your notes</a></p>`;
  return new Response(
    `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>You are offline - Inclusion Review</title></head>
<body><main><h1>You are offline</h1>
<p>This page needs the connection. Your notes open without it.</p>
${way}</main></body>
</html>
`,
    { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } },
  );
}
