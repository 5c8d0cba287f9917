import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { link, mkdir, readFile, unlink, writeFile } from "node:fs/promises";
import path from "node:path";
import type { App } from "~/platform/app.server";

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Says how a stored text was sealed, should that ever change. */
const FORMAT = "v1.";

type Keys = { seal: Buffer; hash: Buffer };
const read = new WeakMap<App, Promise<Keys>>();

type Sealing = { text: string; owner: string };

/** AES-256-GCM with a key outside the database; what is sealed for one `owner` (a person's id) opens for no other. */
export async function sealText(app: App, { text, owner }: Sealing): Promise<string> {
  const { seal } = await keysOf(app);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", seal, nonce);
  cipher.setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return FORMAT + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64");
}

/** Throws where the text was sealed with another key or for someone else, or was changed. */
export async function openText(
  app: App,
  { sealed, owner }: { sealed: string; owner: string },
): Promise<string> {
  const { seal } = await keysOf(app);
  const bytes = Buffer.from(sealed.slice(FORMAT.length), "base64");
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", seal, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(owner));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([text, decipher.final()]).toString("utf8");
}

/** A hash that cannot be tried out on a stolen database alone: it needs the key as well. Hex. */
export async function keyedHash(app: App, text: string): Promise<string> {
  const { hash } = await keysOf(app);
  return createHmac("sha256", hash).update(text).digest("hex");
}

function keysOf(app: App): Promise<Keys> {
  const known = read.get(app);
  if (known !== undefined) return known;
  const keys = readKeys(app.config.dataDir);
  read.set(app, keys);
  keys.catch(() => read.delete(app));
  return keys;
}

async function readKeys(dataDir: string): Promise<Keys> {
  const file = path.join(dataDir, "keys", "sign-in.key");
  const stored = (await readText(file)) ?? (await makeAndKeep(file));
  const secret = Buffer.from(stored.trim(), "hex");
  if (secret.length !== KEY_BYTES) throw new Error(`${file} is not a key of ours`);
  const derive = (use: string) => Buffer.from(hkdfSync("sha256", secret, "", use, KEY_BYTES));
  return { seal: derive("seal"), hash: derive("hash") };
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    // Only a key that is not there yet is made; one that cannot be read must not be replaced.
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** Kept whole or not at all, and never over another: two processes at first start share one key. */
async function makeAndKeep(file: string): Promise<string> {
  const fresh = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(fresh, randomBytes(KEY_BYTES).toString("hex"), { mode: 0o600 });
  await link(fresh, file).catch(() => undefined);
  await unlink(fresh);
  const kept = await readText(file);
  if (kept === null) throw new Error(`The key for second factors could not be kept at ${file}`);
  return kept;
}
