import { Link, useNavigation } from "@remix-run/react";
import type { ComponentPropsWithoutRef, MouseEvent } from "react";
import { classNames } from "./class-names";

type Look = { secondary?: boolean };
type ButtonProps = ComponentPropsWithoutRef<"button"> & Look;

/**
 * A button that sends its form. While the page is sending, a second press does nothing; the button keeps its
 * focus and its words.
 */
export function Button({ secondary, className, onClick, type = "submit", ...rest }: ButtonProps) {
  const { formData } = useNavigation();
  const sending = formData !== undefined && type === "submit";
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (sending) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <button
      type={type}
      className={classNames("ir-button", secondary && "ir-button-secondary", className)}
      aria-disabled={sending || undefined}
      onClick={press}
      {...rest}
    />
  );
}

type ButtonLinkProps = ComponentPropsWithoutRef<typeof Link> & Look;

/** A link that looks like a button, for the one way on. */
export function ButtonLink({ secondary, className, ...rest }: ButtonLinkProps) {
  return (
    <Link
      className={classNames("ir-button", secondary && "ir-button-secondary", className)}
      {...rest}
    />
  );
}
