/** Real invitations have a few kilobytes; what is longer is still kept as an attachment. */
const mostCharacters = 64 * 1024;

/** The words of a calendar invitation (RFC 5545) as its reader sees them, from its first event; undefined where there is no event in it. */
export function invitationInWords(calendar: string): string | undefined {
  const event = /^BEGIN:VEVENT\s*$([\s\S]*?)^END:VEVENT/im.exec(calendar.slice(0, mostCharacters).replace(/\r?\n[ \t]/g, ''))?.[1];
  if (event === undefined) return undefined;
  const said = (name: string) => unescaped(new RegExp(`^${name}(?:;[^:\\r\\n]*)?:(.*)$`, 'im').exec(event)?.[1]?.trim() ?? '');
  const lines = [
    ['Invitation', said('SUMMARY')],
    ['Starts', moment(said('DTSTART'))],
    ['Ends', moment(said('DTEND'))],
    ['Where', said('LOCATION')],
  ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  const description = said('DESCRIPTION');
  return [lines.join('\n'), description].filter((words) => words !== '').join('\n\n') || undefined;
}

function unescaped(value: string): string {
  return value.replace(/\\([nN,;\\])/g, (_, character: string) => (character.toLowerCase() === 'n' ? '\n' : character));
}

/** `20260310T100000` as `2026-03-10 10:00`: the time as the sender's own calendar has it, in whatever zone that is. */
function moment(value: string): string {
  const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d))?/.exec(value) ?? [];
  if (!year) return value;
  return `${year}-${month}-${day}${hour ? ` ${hour}:${minute}` : ''}${value.endsWith('Z') ? ' UTC' : ''}`;
}
