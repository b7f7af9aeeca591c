/** Lets nobody to the page who has not signed in, and asks again when the session is over. */

import { SignInPanel } from './panels/sign-in.js';
import { SetUpPanel } from './panels/set-up.js';
import { remembered } from './preferences.js';
import { createSession, secretIn } from './session.js';

/**
 * Waits until somebody is signed in and, when they have to be, set up; gives the session.
 *
 * @param page with `api`, `language` and `toasts`; gets `session`, `signedOut()` and `lookAgain()`
 * @param settings `offline` whether whoever was here last goes on without network; what they do is judged when it is sent
 */
export async function letIn(page, { offline = false } = {}) {
  page.session = createSession(page.api);
  // what lies below the dialog has its names already
  page.language.apply(document);
  page.lastSession = offline ? remembered('session', '') : null;
  page.askToSignIn = () => new SignInPanel(page).ask();
  page.setUpAccount = (settings) => new SetUpPanel(page, settings).ask();
  await come(page);
  /** What the user may do may have changed meanwhile: then the page begins anew, with what they may do now. */
  page.lookAgain = async () => {
    const before = page.session.value.operations;
    const session = await page.api.session().catch(() => null);
    if (session?.signedIn && String(session.operations) !== String(before)) location.reload();
  };
  let asking = false;
  page.signedOut = async () => {
    if (asking) return;
    asking = true;
    const name = page.session.value?.name;
    const session = await page.session.load().catch(() => null);
    if (session && !session.signedIn) {
      await come(page);
      // somebody else may see something else: the page begins anew
      if (page.session.value.name !== name) location.reload();
    }
    asking = false;
    page.link?.retryNow();
  };
  return page.session.value;
}

async function come(page) {
  const secret = secretIn(location.hash);
  let first = false;
  await loadPatiently(page);
  if (secret) {
    history.replaceState(null, '', location.pathname + location.search);
    first = await takeSecret(page, secret);
  }
  if (!page.session.value.signedIn) await page.askToSignIn();
  page.lastSession?.set(page.session.value.signedIn ? JSON.stringify(page.session.value) : '');
  const { settingUp, secondFactors } = page.session.value;
  if (settingUp) await page.setUpAccount({ mayWait: false });
  else if (first && secondFactors) await page.setUpAccount({ mayWait: true });
}

/** The gateway may be starting, or out of reach: asked again until it answers. */
async function loadPatiently(page) {
  for (;;) {
    try {
      await page.session.load();
      return;
    } catch {
      if (page.lastSession?.value) {
        page.session.set(JSON.parse(page.lastSession.value));
        return;
      }
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
}

async function takeSecret(page, secret) {
  try {
    page.session.set(await page.api.signInOnce(secret));
    return true;
  } catch (problem) {
    if (!page.session.value.signedIn) page.toasts.show(page.language.t('signIn.secretUsed'), { kind: 'refused' });
    return problem.status === undefined;
  }
}
