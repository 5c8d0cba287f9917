const END = 0x06054b50;
const CENTRAL = 0x02014b50;
/** 1 January 1980, midnight: the first moment a zip file can name. */
const FIRST_MOMENT = 0x00210000;

/**
 * A zip file, changed in place, whose entries no longer say when they were packed: the same content is then the same
 * bytes whenever it is made. Throws on what is no plain zip file: a fault of whoever packed it.
 */
export function undatedZip(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new Error("The packed file has no end");
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Error("The packed file has no list");
    view.setUint32(at + 12, FIRST_MOMENT, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, FIRST_MOMENT, true);
    const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    at += lengths.reduce((sum, length) => sum + length, 46);
  }
  return bytes;
}
