/** Signing out changes something, so it is a form that posts, also without JavaScript. */
export function SignOutButton() {
  return (
    <form method="post" action="/sign-out">
      <button type="submit" className="ir-link-button">
        Sign out
      </button>
    </form>
  );
}
