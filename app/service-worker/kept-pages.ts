import { ASSETS, assetsIn, PAGES_OF, PERSON_HEADER } from "~/domain/visit/kept-pages";

/** The page as it was kept, for whoever had it open here last. */
export async function keptPage(path: string): Promise<Response | undefined> {
  for (const name of await pageCaches()) {
    const kept = await (await caches.open(name)).match(path, { ignoreVary: true });
    if (kept !== undefined) return kept;
  }
  return undefined;
}

export async function keptAsset(path: string): Promise<Response | undefined> {
  return (await caches.open(ASSETS)).match(path, { ignoreVary: true });
}

/**
 * Keeps a page under the person the server says it is for, with all it needs, and deletes what was kept for anybody
 * else. A page that is for nobody, since the visit is over or not theirs, goes; a way to sign in changes nothing, so
 * that notes can be written on after the session ended.
 */
export async function keepPage(path: string, answer: Response): Promise<void> {
  if (answer.type === "opaqueredirect" || answer.redirected || answer.status >= 500) return;
  const person = answer.headers.get(PERSON_HEADER);
  if (!answer.ok || person === null) {
    for (const name of await pageCaches()) await (await caches.open(name)).delete(path);
    return;
  }
  const name = `${PAGES_OF}${person}`;
  for (const other of await pageCaches()) if (other !== name) await caches.delete(other);
  // The page last: a kept page has all it needs.
  await keepAssets(assetsIn(await answer.clone().text()));
  await (await caches.open(name)).put(path, answer);
  await dropAssetsOfNoPage(name);
}

const pageCaches = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(PAGES_OF));

async function keepAssets(paths: readonly string[]): Promise<void> {
  const assets = await caches.open(ASSETS);
  for (const path of paths) {
    if ((await assets.match(path, { ignoreVary: true })) !== undefined) continue;
    const answer = await fetch(path);
    if (!answer.ok) throw new Error(`${path} did not come`);
    const isStyle = path.endsWith(".css");
    const text = isStyle ? await answer.clone().text() : "";
    await assets.put(path, answer);
    if (isStyle) await keepAssets(assetsIn(text));
  }
}

/** Files of earlier versions of the pages go once no kept page names them. */
async function dropAssetsOfNoPage(name: string): Promise<void> {
  const pages = await (await caches.open(name)).matchAll();
  const texts = await Promise.all(pages.map((page) => page.text()));
  const assets = await caches.open(ASSETS);
  const needed = new Set(texts.flatMap(assetsIn));
  for (const path of [...needed].filter((one) => one.endsWith(".css"))) {
    const style = await keptAsset(path);
    for (const font of assetsIn((await style?.text()) ?? "")) needed.add(font);
  }
  for (const request of await assets.keys()) {
    if (!needed.has(new URL(request.url).pathname)) await assets.delete(request);
  }
}
