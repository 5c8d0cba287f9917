import { Link } from "@remix-run/react";

const LINKS = [
  { to: "/who-can-see", label: "Who can see what" },
  { to: "/help", label: "Help and guides" },
  { to: "/accessibility", label: "Accessibility" },
  { to: "/privacy", label: "Privacy" },
  { to: "/verify", label: "Check a signed PDF" },
] as const;

/** The foot of every page. */
export function Footer() {
  return (
    <footer className="ir-footer">
      <div className="ir-container">
        <ul>
          {LINKS.map(({ to, label }) => (
            <li key={to}>
              <Link to={to} className="ir-link-ink">
                {label}
              </Link>
            </li>
          ))}
        </ul>
        <p>Signed copies can be asked for under freedom of information law.</p>
      </div>
    </footer>
  );
}
