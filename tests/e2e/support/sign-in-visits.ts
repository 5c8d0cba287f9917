import { nobody, open, type PageVisit } from "./page-visit";
import { team, waiting } from "./world";

const head = () => team("people").people.head;
const coordinator = () => team("people").people.coordinator;
const halfway = () => waiting().halfway;

const app = "/account/authenticator";
const setUp = "/sign-in/authenticator";

/** Pages of signing in and of one's own account, by their files in app/routes. */
export const SIGN_IN_VISITS: Record<string, readonly PageVisit[]> = {
  "account._index": [
    { shows: "the account", as: head, path: () => "/account" },
    { shows: "the account with an app", as: coordinator, path: () => "/account" },
  ],
  "account.authenticator": [
    { shows: "no app yet", as: head, path: () => app },
    { shows: "an app", as: coordinator, path: () => app },
    { shows: "an app after a recovery code", as: coordinator, path: () => `${app}?recovered=1` },
    {
      shows: "an app being set up",
      as: () => team("people").people.contributor,
      path: () => app,
    },
  ],
  "account.email._index": [
    { shows: "another address", as: head, path: () => "/account/email" },
    { shows: "an address with an app", as: coordinator, path: () => "/account/email" },
    { shows: "a link sent", as: head, path: () => "/account/email?asked=1" },
  ],
  "account.email.confirm": [
    {
      shows: "no address to confirm",
      as: head,
      path: () => "/account/email/confirm?token=nothing",
      status: 410,
    },
  ],
  "account.email.stop": [
    { ...open("no change to stop", "/account/email/stop?token=nothing"), status: 410 },
  ],
  "account.name": [{ shows: "another name", as: head, path: () => "/account/name" }],
  "account.notifications": [
    { shows: "which mails come", as: head, path: () => "/account/notifications" },
  ],
  "account.kept-text": [{ shows: "no kept text", as: head, path: () => "/account/kept-text" }],
  "account.prove": [
    { shows: "no way to prove", as: head, path: () => "/account/prove?for=/account" },
    { shows: "nothing to prove", as: head, path: () => "/account/prove" },
  ],
  "account.single-sign-on": [
    { shows: "nothing connected", as: head, path: () => "/account/single-sign-on" },
  ],
  "account.my-data._index": [
    { shows: "taking a copy of one's data", as: coordinator, path: () => "/account/my-data" },
  ],
  "account.delete": [
    { shows: "erasing an account", as: coordinator, path: () => "/account/delete" },
    { shows: "a last head who cannot go", as: head, path: () => "/account/delete" },
  ],
  "account.password": [{ shows: "a new password", as: head, path: () => "/account/password" }],
  "mails.stop": [
    { shows: "stopping the weekly mail", as: nobody, path: () => waiting().stopMailsLink },
    { ...open("a link of nobody's", "/mails/stop?key=nothing"), status: 404 },
  ],
  "dev.mails._index": [open("mails kept here", "/dev/mails")],
  "dev.mails.$id": [
    { shows: "a mail", as: nobody, path: () => `/dev/mails/${waiting().caughtMail}` },
  ],
  "sign-in": [
    open("signing in", "/sign-in"),
    open("signing in after waiting too long", "/sign-in?late=1"),
  ],
  "sign-in_.not-connected": [open("nothing to connect", "/sign-in/not-connected")],
  "sign-in_.with.$provider": [
    open("a provider", "/sign-in/with/generic"),
    { ...open("no provider", "/sign-in/with/google"), status: 404 },
  ],
  "sign-in_.with.$provider_.back": [
    { ...open("a way that was used", "/sign-in/with/generic/back?state=used"), status: 410 },
  ],
  "sign-in_.authenticator": [
    { shows: "an app asked for", as: () => halfway().begin, path: () => setUp },
    { shows: "the picture for the app", as: () => halfway().picture, path: () => setUp },
    { shows: "an app set up", as: () => halfway().done, path: () => setUp },
  ],
  "sign-in_.code": [{ shows: "the code", as: () => halfway().code, path: () => "/sign-in/code" }],
  "sign-in_.forgotten": [open("a forgotten password", "/sign-in/forgotten")],
  "sign-in_.new-password": [
    { shows: "a new password by link", as: nobody, path: () => waiting().newPasswordLink },
    { ...open("a link used up", "/sign-in/new-password?token=used"), status: 410 },
  ],
};
