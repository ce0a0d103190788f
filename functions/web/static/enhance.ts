// Enhancement only: every page works without this script.
import { Button, Checkboxes, createAll, ErrorSummary, NotificationBanner, Radios, SkipLink } from 'govuk-frontend';
import { watchChecklist } from './checklist.ts';
import { leaveOutWhatIsClosed } from './closed-parts.ts';
import { keepDrafts } from './drafts.ts';
import { offerShortcuts } from './shortcuts.ts';
import { warnBeforeTimeIsUp } from './time-left.ts';
import { offerUploads } from './uploads.ts';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
for (const component of [Button, Checkboxes, ErrorSummary, NotificationBanner, Radios, SkipLink]) createAll(component);

// A link to a form inside a closed "details" opens it first.
function openTarget(): void {
  const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  const details = target?.closest('details');
  if (details) {
    details.open = true;
    target?.scrollIntoView();
  }
}
addEventListener('hashchange', openTarget);
openTarget();

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

offerShortcuts();
offerUploads();
warnBeforeTimeIsUp();
keepDrafts();
leaveOutWhatIsClosed();
watchChecklist();
