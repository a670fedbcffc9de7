// Follows a request while somebody reads its page: on each event of its timeline the page is read anew and put in place.
// Without scripts, or when the stream is refused, the page is as it was; htmx then asks for it every now and then.
(() => {
  'use strict';
  const main = document.querySelector('main[data-live]');
  if (!main || !window.EventSource) {
    return;
  }
  const asking = ['hx-get', 'hx-trigger', 'hx-select', 'hx-swap'];
  const kept = asking.map((name) => [name, main.getAttribute(name)]);
  asking.forEach((name) => main.removeAttribute(name));

  const source = new EventSource(main.dataset.live);
  let busy = false;
  let again = false;

  const renew = async () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    try {
      do {
        again = false;
        const answer = await fetch(window.location.href, {headers: {Accept: 'text/html'}, credentials: 'same-origin'});
        if (answer.ok && !answer.redirected) {
          put(new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main'));
        }
      } while (again);
    } finally {
      busy = false;
    }
  };

  // what the reader has opened stays open, and nobody loses what is being typed
  const put = (fresh) => {
    const shown = document.querySelector('main');
    if (!fresh || shown.querySelector('form :focus')) {
      return;
    }
    const open = [...shown.querySelectorAll('details')].map((each) => each.open);
    fresh.querySelectorAll('details').forEach((each, at) => {
      each.open = each.open || open[at] === true;
    });
    asking.forEach((name) => fresh.removeAttribute(name));
    shown.replaceWith(fresh);
  };

  source.addEventListener('changed', renew);
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) {
      const shown = document.querySelector('main');
      kept.filter(([, value]) => value !== null).forEach(([name, value]) => shown.setAttribute(name, value));
      if (window.htmx) {
        window.htmx.process(shown);
      }
    }
  });
})();
