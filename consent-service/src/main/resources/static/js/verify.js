// Verifies a receipt in the reader's own browser: signature, chain and Merkle path. A pasted receipt is sent nowhere; once
// this script and the keys are loaded it works without a network.
(() => {
  'use strict';
  const form = document.getElementById('verify');
  const out = document.getElementById('result');
  const say = out.dataset;
  if (!window.crypto || !crypto.subtle) return;

  const utf8 = new TextEncoder();
  const hex = data => Array.from(data, one => one.toString(16).padStart(2, '0')).join('');
  const bytes = text => Uint8Array.from(text.match(/../g) || [], one => parseInt(one, 16));
  const base64 = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), one => one.charCodeAt(0));
  const joined = parts => Uint8Array.from(parts.flatMap(part => Array.from(part)));
  const sha = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', joined(parts)));
  const node = (left, right) => sha([1], left, right);

  const keys = fetch(form.dataset.keys).then(answer => answer.json()).then(set => set.keys);
  keys.then(() => { form.dataset.ready = 'true'; }, () => show([[false, say.nokeys]]));

  // the signed text; null when it is not of that type or not signed by a published key
  async function signedText(compact, type) {
    const parts = compact.split('.');
    if (parts.length !== 3) return null;
    const header = JSON.parse(new TextDecoder().decode(base64(parts[0])));
    const key = (await keys).find(one => one.kid === header.kid);
    if (!key || header.alg !== 'RS256' || header.typ !== type) return null;
    const rsa = {name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256'};
    const open = await crypto.subtle.importKey('jwk', {kty: 'RSA', n: key.n, e: key.e, alg: 'RS256'}, rsa, false, ['verify']);
    const genuine = await crypto.subtle.verify(rsa, open, base64(parts[2]), utf8.encode(parts[0] + '.' + parts[1]));
    return genuine ? new TextDecoder().decode(base64(parts[1])) : null;
  }

  // the signed checkpoint that the entry hangs under; null when any step does not follow
  async function sealedUnder(proof, hash, seq, subject) {
    const text = await signedText(proof.checkpoint.signed, 'consent-checkpoint+json');
    if (!text) return null;
    const checkpoint = JSON.parse(text);
    let link = await sha(bytes(proof.entry.prevHash), bytes(proof.entry.bodyHash));
    if (hex(link) !== hash || (seq && proof.entry.seq !== seq)) return null;
    for (const body of proof.links) link = await sha(link, bytes(body));
    const last = proof.entry.seq + proof.links.length;
    if (hex(link) !== proof.head.hash || proof.head.seq !== last || (subject && proof.head.subject !== subject)) return null;
    const place = new DataView(new ArrayBuffer(8));
    place.setBigUint64(0, BigInt(last));
    const leaf = await sha([0], bytes(proof.head.subject), new Uint8Array(place.buffer), link);
    const root = await rootOf(leaf, proof.leafIndex, checkpoint.chains, proof.path.map(bytes));
    return root && hex(root) === checkpoint.root ? checkpoint : null;
  }

  // RFC 9162 section 2.1.3.2
  async function rootOf(leaf, index, size, path) {
    let at = index;
    let last = size - 1;
    let root = leaf;
    if (at > last) return null;
    for (const neighbour of path) {
      if (last === 0) return null;
      if (at % 2 === 1 || at === last) {
        root = await node(neighbour, root);
        while (at % 2 === 0 && at !== 0) { at = Math.floor(at / 2); last = Math.floor(last / 2); }
      } else {
        root = await node(root, neighbour);
      }
      at = Math.floor(at / 2);
      last = Math.floor(last / 2);
    }
    return last === 0 ? root : null;
  }

  const when = text => new Date(text).toLocaleString(document.documentElement.lang, {timeZone: 'Asia/Ho_Chi_Minh'});
  const says = (kind, purpose, at) =>
    [null, [say['kind' + (kind || '').toLowerCase()] || kind, purpose, when(at)].filter(Boolean).join(' · ')];
  const sealed = checkpoint => checkpoint
    ? [true, say.included.replace('{number}', checkpoint.number).replace('{at}', when(checkpoint.madeAt))]
    : [false, say.notincluded];

  async function ofReceipt(compact, proof) {
    const text = await signedText(compact, 'consent-receipt+json');
    if (!text) return [[false, say.forged]];
    const receipt = JSON.parse(text);
    const lines = [[true, say.genuine],
      says(receipt.decision.kind, receipt.purpose.name || receipt.purpose.code, receipt.decision.decidedAt)];
    if (!proof || proof.status !== 'INCLUDED') return lines.concat([[null, say.pending]]);
    const subject = hex(await sha(bytes(receipt.dataSubject.studentId.replace(/-/g, ''))));
    return lines.concat([sealed(await sealedUnder(proof, receipt.ledger.hash, receipt.ledger.seq, subject))]);
  }

  // what a printed receipt has: its number and check value; the proof comes from the ledger and is verified here
  async function ofPrint(id, hash) {
    const answer = await fetch(form.dataset.proofs, {
      method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify({receiptId: id, hash})});
    if (answer.status === 404) return [[false, say.unknown]];
    if (!answer.ok) return [[null, say.later]];
    const found = await answer.json();
    if (found.inclusion.status !== 'INCLUDED') return [[null, say.pending]];
    const bound = hex(await sha(utf8.encode(found.content))) === found.inclusion.entry.bodyHash;
    const checkpoint = bound ? await sealedUnder(found.inclusion, hash) : null;
    const content = JSON.parse(found.content);
    return checkpoint && content.decisionId === id
      ? [sealed(checkpoint), says(content.decision, content.purpose, content.decidedAt), [null, say.compare]]
      : [sealed(null)];
  }

  async function verify(given) {
    const print = given.match(/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})[.\s]+([0-9a-f]{64})\s*$/);
    if (print) return ofPrint(print[1], print[2]);
    if (!given.startsWith('{')) return ofReceipt(given, null);
    const whole = JSON.parse(given);
    return ofReceipt(whole.signed, whole.inclusion);
  }

  function show(lines) {
    const failed = lines.some(([holds]) => holds === false);
    out.className = 'note ' + (failed ? 'warn' : 'good');
    out.replaceChildren(...lines.map(([holds, text]) => {
      const line = document.createElement('p');
      line.textContent = (holds === null ? '' : holds ? '✓ ' : '✗ ') + text;
      return line;
    }));
    out.hidden = false;
    out.focus();
  }

  async function run(given) {
    show(await verify(given.trim()).catch(() => [[false, say.unreadable]]));
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    run(form.elements.receipt.value);
  });
  const scanned = () => { if (location.hash.length > 1) run(location.hash.slice(1)); };
  window.addEventListener('hashchange', scanned);
  scanned();
})();
