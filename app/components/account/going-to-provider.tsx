import { Page } from "../page";

/** Shown for the moment before the browser goes to the provider by itself; the link is for one that does not. */
export function GoingToProvider({ name, url }: { name: string; url: string }) {
  return (
    <Page
      template="thing"
      title={`Going to ${name}`}
      lede="You come back here when you have signed in there."
    >
      <p className="ir-body">
        <a href={url}>Go on to {name}</a>
      </p>
    </Page>
  );
}
