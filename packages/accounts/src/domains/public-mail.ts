/** Domains at which anyone may have an address: whoever claimed one would let strangers in. */
const PUBLIC_MAIL: ReadonlySet<string> = new Set([
  ...["gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.co.uk", "live.com", "msn.com", "yahoo.com", "yahoo.co.uk"],
  ...["yahoo.co.jp", "ymail.com", "icloud.com", "me.com", "mac.com", "aol.com", "proton.me", "protonmail.com", "pm.me", "tutanota.com"],
  ...["tuta.com", "fastmail.com", "zoho.com", "gmx.com", "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "web.de", "t-online.de", "freenet.de"],
  ...["mail.com", "mail.ru", "yandex.ru", "yandex.com", "qq.com", "163.com", "126.com", "sina.com", "naver.com", "daum.net", "orange.fr"],
  ...["free.fr", "laposte.net", "wanadoo.fr", "libero.it", "virgilio.it", "wp.pl", "o2.pl", "seznam.cz", "bluewin.ch", "hey.com"],
  ...["duck.com", "posteo.de", "mailbox.org", "mailinator.com", "guerrillamail.com", "10minutemail.com", "yopmail.com"],
]);

export const isPublicMail = (domain: string): boolean => PUBLIC_MAIL.has(domain);
