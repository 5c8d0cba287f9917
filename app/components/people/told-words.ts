/** What has just happened, by the key in the address that a form leads to. */
export const TOLD = [
  { key: "sent", words: "The invitation is on its way. Its link works for 14 days." },
  { key: "withdrawn", words: "The invitation is withdrawn. Its link no longer works." },
  { key: "changed", words: "The role is changed." },
  {
    key: "removed",
    words: "They are removed and signed out everywhere. What they did keeps their name.",
  },
  { key: "ended", words: "The role has ended, and its holder is signed out everywhere." },
  { key: "checked", words: "Noted: everyone’s roles are right." },
  {
    key: "claimed",
    words:
      "You manage this school now. You may invite, assign and manage; you may not sign. Invite your headteacher next.",
  },
] as const;
