import { describe, expect, it } from "vitest";
import { reminderSender, type Staff } from "~/domain/chasing/reminder-sender";

const email = (name: string) => `${name.toLowerCase()}@wealdshire.example`;
const person = (name: string) => ({ userId: name, name, email: email(name) });
const STAFF: Staff = {
  organisation: { name: "Wealdshire Council" },
  districts: [{ ...person("Hannah"), district: "Thanet" }],
  covers: [],
  officers: [person("Hannah"), person("Kofi")],
  contact: { name: "Inclusion team", email: email("team") },
};
const cover = {
  ...{ ownerId: "Hannah", ownerName: "Hannah", coveredBy: "Kofi", districts: ["Thanet"] },
  ...{ from: "2026-12-01", to: "2026-12-04" },
};

describe("who signs a reminder", () => {
  it("is the officer of the district", () => {
    expect(reminderSender("Thanet", STAFF, "2026-12-04")).toEqual({
      name: "Hannah",
      email: email("hannah"),
      title: "Inclusion officer for Thanet, Wealdshire Council",
    });
  });

  it("is the colleague who covers the district on the day, while they have a role", () => {
    const covered = { ...STAFF, covers: [cover] };
    expect(reminderSender("Thanet", covered, "2026-12-04").name).toBe("Kofi");
    expect(reminderSender("Thanet", covered, "2026-12-05").name).toBe("Hannah");
    const left = { ...covered, officers: [person("Hannah")] };
    expect(reminderSender("Thanet", left, "2026-12-04").name).toBe("Hannah");
  });

  it("is the organisation’s contact where nobody has the district", () => {
    expect(reminderSender("Swale", STAFF, "2026-12-04")).toMatchObject({
      name: "Inclusion team",
      title: "Wealdshire Council",
    });
  });
});
