/** A browser at the provider, as far as signing in needs one: cookies, redirects, and the one form. */
export type ProviderBrowser = {
  /** Goes to an address of the provider and signs in where it asks; the answer is our own address it leads back to. */
  signIn: (url: string, account: string) => Promise<URL>;
  /** The same, pressing "Go back". */
  cancel: (url: string) => Promise<URL>;
};

type Fields = Record<string, string>;

/** A new browser, with no session at the provider. */
export function aProviderBrowser(): ProviderBrowser {
  const cookies = new Map<string, string>();
  const ask = async (url: URL, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map((pair) => pair.join("=")).join("; ");
    const response = await fetch(url, { ...init, redirect: "manual", headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";", 1);
      const at = pair.indexOf("=");
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
  const walk = async (start: string, fields: Fields): Promise<URL> => {
    const { origin } = new URL(start);
    let url = new URL(start);
    let response = await ask(url);
    for (let step = 0; step < 12; step += 1) {
      const location = response.headers.get("location");
      if (location !== null) {
        url = new URL(location, url);
        if (url.origin !== origin) return url;
        response = await ask(url);
      } else if (url.pathname.startsWith("/interaction/")) {
        response = await ask(url, { method: "POST", body: new URLSearchParams(fields) });
      } else break;
    }
    throw new Error(`The provider led nowhere: ${response.status} ${await response.text()}`);
  };
  return {
    signIn: (url, account) => walk(url, { account, intent: "sign-in" }),
    cancel: (url) => walk(url, { intent: "cancel" }),
  };
}
