import type { Page } from 'playwright-core';

/** Where the focus is. */
export type Focused = {
  /** The element and its words, for whoever reads what a test found. */
  readonly what: string;
  /** It looks different with the focus, is large enough to be seen, and stands within the screen (WCAG 2.4.7 and 2.4.11). */
  readonly seen: boolean;
};

/** Presses Tab, and says where that leads; undefined where it leads out of the page. */
export async function tab(page: Page): Promise<Focused | undefined> {
  await page.keyboard.press('Tab');
  return page.evaluate(focused);
}

/** Runs in the browser. Where colours are the person's own, shadows are not drawn: only lines count. */
function focused(): Focused | undefined {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return undefined;
  const ownColours = matchMedia('(forced-colors: active)').matches;
  const isDrawn = (colour: string) => !/^rgba\(.*, 0\)$/.test(colour);
  // A box to tick or choose is drawn before its label; the input itself is there for the keyboard.
  const box = element.matches('[type=checkbox], [type=radio]') ? element.nextElementSibling : null;
  const marks = () => {
    const style = box ? getComputedStyle(box, '::before') : getComputedStyle(element);
    // The browser's own line, `auto`, is as thick as the browser likes.
    const isThick = style.outlineStyle === 'auto' || (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2);
    const hasOutline = isThick && isDrawn(style.outlineColor);
    const hasShadow = !ownColours && style.boxShadow !== 'none';
    return [hasOutline ? `outline ${style.outlineWidth}` : '', hasShadow ? style.boxShadow : ''].join(' ').trim();
  };
  const withFocus = marks();
  const { top, bottom, left, right } = (box ?? element).getBoundingClientRect();
  const isOnScreen = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth && right - left > 2 && bottom - top > 2;
  element.blur();
  const without = marks();
  element.focus();
  const words = (element.textContent ?? '').trim().slice(0, 40) || element.id;
  return { what: `${element.tagName.toLowerCase()} ${words}`, seen: isOnScreen && withFocus !== '' && withFocus !== without };
}
