import { describe, expect, it } from "vitest";
import { readMessage } from "~/services/mail/read-message.server";

const HEAD = "From: A <a@x.example>\nTo: =?UTF-8?Q?Zo=C3=AB?= =?UTF-8?B?IExhbmU=?= <z@x.example>";

describe("reading a message", () => {
  it("joins folded headers and decodes words beyond ASCII", () => {
    const read = readMessage(`${HEAD}\nSubject: One\n two\n\nHello\n`);
    expect(read).toMatchObject({ to: "Zoë Lane <z@x.example>", subject: "One two" });
  });

  it("reads both parts, whichever way they are encoded, with either line end", () => {
    const base64 = Buffer.from("<p>Zoë’s</p>").toString("base64");
    const source = [
      HEAD,
      'Content-Type: multipart/alternative; boundary="b-1"',
      "",
      "--b-1",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "Zo=C3=AB=E2=80=99s lin=",
      "e has 3=3D3",
      "--b-1",
      "Content-Type: text/html; charset=utf-8",
      "Content-Transfer-Encoding: base64",
      "",
      base64,
      "--b-1--",
      "",
    ].join("\r\n");
    const read = readMessage(source);
    expect(read.text.trim()).toBe("Zoë’s line has 3=3");
    expect(read.html).toBe("<p>Zoë’s</p>");
  });

  it("finds both parts a level further in, where a file is attached", () => {
    const source = [
      HEAD,
      'Content-Type: multipart/mixed; boundary="out-1"',
      "",
      "--out-1",
      'Content-Type: multipart/alternative; boundary="in-2"',
      "",
      "--in-2",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "The day is agreed.",
      "--in-2",
      "Content-Type: text/html; charset=utf-8",
      "",
      "<p>The day is agreed.</p>",
      "--in-2--",
      "--out-1",
      "Content-Type: text/calendar; charset=utf-8",
      "",
      "BEGIN:VCALENDAR",
      "--out-1--",
      "",
    ].join("\r\n");
    const read = readMessage(source);
    expect(read.text.trim()).toBe("The day is agreed.");
    expect(read.html.trim()).toBe("<p>The day is agreed.</p>");
  });

  it("of nothing is nothing", () => {
    expect(readMessage("")).toMatchObject({ from: "", subject: "", text: "", html: "" });
  });
});
