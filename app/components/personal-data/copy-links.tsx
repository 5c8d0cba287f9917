type Props = { path: string; copyKey: string };

/** The two forms of a copy that is ready. Plain links: a file is not a page of the service. */
export function CopyLinks({ path, copyKey }: Props) {
  const to = (format: string) => `${path}?format=${format}&key=${encodeURIComponent(copyKey)}`;
  return (
    <div className="ir-panel" role="status">
      <h2 className="ir-h2">The copy is ready</h2>
      <p className="ir-body">
        These links work for you, in this browser, for ten minutes. Keep the file where only the
        right people read it.
      </p>
      <ul className="ir-list">
        <li className="ir-list-row">
          <a href={to("html")} download>
            A page to read
          </a>
        </li>
        <li className="ir-list-row">
          <a href={to("json")} download>
            The same as data, for another program
          </a>
        </li>
      </ul>
    </div>
  );
}
