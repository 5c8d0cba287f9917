import { contactWords, type Contact } from "~/domain/organisation/contact";
import type { Letter } from "./letter";
import { accountLetter } from "./letters/account-letters";
import { confirmationLetter, renewalLetter } from "./letters/confirmation-letters";
import { emailChangeLetter } from "./letters/email-change-letters";
import { detailsRemovedLetter } from "./letters/details-removed-letter";
import { digestLetter } from "./letters/digest-letter";
import { invitationLetter } from "./letters/invitation-letter";
import { claimLetter } from "./letters/claim-letter";
import { officerLetter } from "./letters/officer-letter";
import { reminderLetter } from "./letters/reminder-letter";
import { returnReceivedLetter, returnStepLetter } from "./letters/return-letters";
import { accountGoingLetter, selfReviewsGoingLetter } from "./letters/retention-letters";
import { roundStepLetter } from "./letters/round-step-letter";
import { visitStepLetter } from "./letters/visit-step-letter";
import type { Mail } from "./templates";

/** What every letter is written with. */
export type LetterFrame = {
  /** The public address, like "https://review.example.org". */
  origin: string;
  recipientName: string;
  now: Date;
  /** Whom the reader may ask; null: nobody is known. */
  contact?: Contact | null;
};

/** Writes a mail. Times in it are London's. */
export function composeLetter(mail: Mail, frame: LetterFrame): Letter {
  const letter = letterOf(mail, frame);
  const { contact = null } = frame;
  if (contact === null) return letter;
  return { ...letter, foot: [...letter.foot, `Questions? Ask ${contactWords(contact)}.`] };
}

function letterOf(mail: Mail, frame: LetterFrame): Letter {
  switch (mail.template) {
    case "invitation":
      return invitationLetter(mail.data, frame);
    case "claim-code":
      return claimLetter(mail.data, frame);
    case "password-reset":
    case "sign-in-warning":
    case "password-changed":
      return accountLetter(mail, frame);
    case "email-change":
    case "email-change-asked":
    case "email-taken":
      return emailChangeLetter(mail, frame);
    case "digest":
      return digestLetter(mail.data, frame);
    case "details-removed":
      return detailsRemovedLetter(mail.data, frame);
    case "self-reviews-going":
      return selfReviewsGoingLetter(mail.data, frame);
    case "account-going":
      return accountGoingLetter(mail.data, frame);
    case "reminder":
      return reminderLetter(mail.data, frame);
    case "return-received":
      return returnReceivedLetter(mail.data, frame);
    case "return-step":
      return returnStepLetter(mail.data, frame);
    case "confirmation":
      return confirmationLetter(mail.data, frame);
    case "renewal-due":
      return renewalLetter(mail.data, frame);
    case "round-step":
      return roundStepLetter(mail.data, frame);
    case "letter":
      return officerLetter(mail.data, frame);
    case "visit-step":
      return visitStepLetter(mail.data, frame);
  }
}
