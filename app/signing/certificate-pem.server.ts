/** DER bytes as PEM, 64 characters a line. */
export function pemOf(label: "CERTIFICATE" | "PRIVATE KEY", der: Uint8Array): string {
  const body =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...body, `-----END ${label}-----`, ""].join("\n");
}

/** The DER bytes of the first PEM block. Throws when there is none. */
export function derOf(pem: string): Uint8Array {
  const body = /-----BEGIN [A-Z ]+-----([A-Za-z0-9+/=\s]+)-----END/.exec(pem)?.[1];
  if (body === undefined) throw new Error("Not a PEM file");
  return new Uint8Array(Buffer.from(body, "base64"));
}
