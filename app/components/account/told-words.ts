/** What the page that led to the account says was done there, by what it put into the address. */
const TOLD: readonly (readonly [key: string, words: string])[] = [
  [
    "changed",
    "Your password is changed. You are signed out everywhere else, and still signed in here.",
  ],
  ["ended", "That browser is signed out."],
  ["named", "Your name is changed. What is already signed keeps the name it was signed with."],
  [
    "address",
    "Your e-mail address is changed. Sign in with it from now on. You are signed out everywhere else.",
  ],
  ["mail", "Your choice of mails is kept."],
];

export function accountTold(query: URLSearchParams): string | null {
  return TOLD.find(([key]) => query.has(key))?.[1] ?? null;
}
