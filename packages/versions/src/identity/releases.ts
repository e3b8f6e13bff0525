import { debianReleases, ubuntuReleases } from "./codenames.ts";

/**
 * Brings what a distribution's release is called to one form.
 *
 * @param text in lower case, without the distribution's own name.
 * @param id that name, where it was there: some say more (`opensuse-tumbleweed`, `sle-micro`).
 */
export type ReleaseForm = (text: string, id: string) => string;

/** `9.3` → `9`. */
export const major: ReleaseForm = (text) => /\d+/.exec(text)?.[0] ?? text;

/** `4` → `4.0`. */
export const majorMinor: ReleaseForm = (text) => {
  const [, first, second] = /(\d+)(?:\.(\d+))?/.exec(text) ?? [];
  return first === undefined ? text : `${first}.${second ?? "0"}`;
};

/** `bookworm`, `12.5`, `12 (bookworm)` → `12`; `sid` and `unstable` → `sid`. Up to 3.1, releases have two numbers. */
export const debian: ReleaseForm = (text) => {
  for (const word of wordsOf(text)) {
    const named = debianReleases.get(word);
    if (named !== undefined) return named;
    const [whole, first] = /^(\d+)(?:\.\d+)*$/.exec(word) ?? [];
    if (whole !== undefined && first !== undefined) return Number(first) < 4 ? whole : first;
  }
  return text;
};

/**
 * `22.04.3`, `jammy`, `22.04:lts`, `esm-infra/jammy` → `22.04`. The fixes of Ubuntu Pro (`pro:18.04:lts`) are those of
 * the release: nothing in an inventory says whether a system has subscribed.
 */
export const ubuntu: ReleaseForm = (text) => {
  for (const word of wordsOf(text)) {
    const named = ubuntuReleases.get(word) ?? /^\d+\.\d\d/.exec(word)?.[0];
    if (named !== undefined) return named;
  }
  return text;
};

/** `3.19.1`, `v3.19` → `v3.19`; `edge` stays. */
export const alpine: ReleaseForm = (text) => text.replace(/^v?(\d+)\.(\d+).*$/s, "v$1.$2");

/** `stream`, `23`, `23.1` → `stream`, `23`. */
export const bellsoft: ReleaseForm = (text) => (text.includes("stream") ? "stream" : (/\d+/.exec(text)?.[0] ?? text));

/**
 * `9.3`, `enterprise_linux:9::baseos`, `cpe:/o:redhat:enterprise_linux:9` → `9`. Other products and the extended
 * streams (`rhel_eus:9.2::baseos`) have fixes of their own, and stay what they are.
 */
export const redHat: ReleaseForm = (text) => {
  const product = text.replace(/^cpe:(?:\/|2\.3:)[oa]:redhat:/, "");
  return /^(?:enterprise_linux:)?(\d+)(?![^.:\s])/.exec(product)?.[1] ?? product;
};

/** `leap 15.5`, `leap-15.5`, `15.5` → `Leap 15.5`; `tumbleweed-20240101` → `Tumbleweed`; `leap micro 5.5` → `Leap Micro 5.5`. */
export const openSuse: ReleaseForm = (text, id) => {
  if (/tumbleweed|microos/.test(id + text)) return "Tumbleweed";
  const [, micro, number] = /^(?:leap\W*)?(micro\W*)?(\d+\.\d+)/.exec(text) ?? [];
  if (number === undefined) return text;
  return micro === undefined ? `Leap ${number}` : `Leap Micro ${number}`;
};

/**
 * `15.5`, `15-sp5`, `linux enterprise server 15 sp5-ltss`, `linux enterprise module for basesystem 15 sp5` → `15.5`: a
 * system is put together from the modules of one service pack. `linux enterprise micro 5.3` → `Micro 5.3`.
 */
export const suse: ReleaseForm = (text, id) => {
  const micro = /micro\W*(\d+(?:\.\d+)?)/.exec(`${id} ${text}`);
  if (micro !== null) return `Micro ${micro[1]}`;
  const pack = /(\d+)[\s.-]*sp[\s-]*(\d+)/.exec(text);
  if (pack !== null) return `${pack[1]}.${pack[2]}`;
  return /^(?:(?:linux )?enterprise .*?)?(\d+(?:\.\d+)?)/.exec(text)?.[1] ?? text;
};

/** `22.03`, `22.03-lts`, `22.03 (lts-sp3)` → `22.03-LTS`, `22.03-LTS`, `22.03-LTS-SP3`. */
export const openEuler: ReleaseForm = (text) => {
  const [, number, pack] = /(\d\d\.\d\d)(?:.*?sp(\d+))?/.exec(text) ?? [];
  return number === undefined ? text : `${number}-LTS${pack === undefined ? "" : `-SP${pack}`}`;
};

function wordsOf(text: string): string[] {
  return text.split(/[^a-z0-9.]+/);
}
