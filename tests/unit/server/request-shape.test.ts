import { describe, expect, it } from "vitest";
import { refusalOf } from "../../../server/request-shape";

const FORM = "application/x-www-form-urlencoded; charset=UTF-8";
const status = (method: string, url: string, contentType?: string) =>
  refusalOf({ method, url, contentType })?.status ?? "goes on";

describe("what a request may look like", () => {
  it.each([
    ["GET", "/verify?reference=x", undefined],
    ["HEAD", "/", undefined],
    ["POST", "/sign-in", FORM],
    ["POST", "/schools/1/self-reviews/2/check.data", FORM],
    ["POST", "/schools/1/self-reviews/2/answers", "application/json"],
    ["POST", "/verify", "multipart/form-data; boundary=x"],
    ["POST", "/organisations/kent/people/import", "multipart/form-data; boundary=x"],
    ["POST", "/organisations/kent/settings/logo", "multipart/form-data; boundary=x"],
    ["POST", "/organisations/kent/questionnaires/new", "multipart/form-data; boundary=x"],
    [
      "POST",
      "/organisations/kent/questionnaires/asthma-friendly",
      "multipart/form-data; boundary=x",
    ],
    ["POST", "/mails/stop?key=x", "multipart/form-data; boundary=x"],
    ["POST", "/verify.data?index", "Multipart/Form-Data; boundary=x"],
  ])("%s %s goes on", (method, url, contentType) => {
    expect(status(method, url, contentType)).toBe("goes on");
  });

  it.each([
    ["POST", "/sign-in", "application/json", 415],
    ["POST", "/sign-in", "multipart/form-data; boundary=x", 415],
    ["POST", "/organisations/kent/people", "multipart/form-data; boundary=x", 415],
    ["POST", "/organisations/kent/questionnaires", "multipart/form-data; boundary=x", 415],
    ["POST", "/sign-out", "text/plain", 415],
    ["POST", "/organisations/kent/settings", "multipart/form-data; boundary=x", 415],
    ["POST", "/mails/stop/x", "multipart/form-data; boundary=x", 415],
    ["POST", "/sign-out", undefined, 415],
    ["PUT", "/sign-in", FORM, 405],
    ["DELETE", "/schools/1", undefined, 405],
    ["GET", "http://elsewhere.example/sign-in", undefined, 400],
    ["GET", "/schools/%00", undefined, 400],
  ])("%s %s as %s is refused with %s", (method, url, contentType, expected) => {
    expect(status(method, url, contentType)).toBe(expected);
  });
});
