export type CookieSettings = {
  /** Without the prefix; `secure` puts `__Host-` before it, which binds the cookie to this host and to TLS. */
  readonly name: string;
  /** True where the public address is https. */
  readonly secure: boolean;
};

function fullName({ name, secure }: CookieSettings): string {
  return secure ? `__Host-${name}` : name;
}

/** A whole `Set-Cookie` value. Not readable by scripts, sent only on our own links and forms (SameSite=Lax lets a link in a letter work). */
export function setCookie(settings: CookieSettings, value: string, maxAgeSeconds: number): string {
  const attributes = ['Path=/', `Max-Age=${maxAgeSeconds}`, 'HttpOnly', 'SameSite=Lax', ...(settings.secure ? ['Secure'] : [])];
  return [`${fullName(settings)}=${value}`, ...attributes].join('; ');
}

export function clearCookie(settings: CookieSettings): string {
  return setCookie(settings, '', 0);
}

/** The first value of that name among `name=value` pairs, as API Gateway hands them over in `event.cookies`. */
export function readCookie(settings: CookieSettings, cookies: readonly string[]): string | undefined {
  const start = `${fullName(settings)}=`;
  return cookies
    .find((cookie) => cookie.startsWith(start))
    ?.slice(start.length)
    .trim();
}
