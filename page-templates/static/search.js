// Searches the index in `index.js`, as `statuscraft search` does.
(() => {
  "use strict";

  // A line is a word, and for each weight the codes that have it: `word 9:3,1:0.7.12`.
  const read = ({ codes, empty, words, pairs, frameworks, behaviours }) => ({
    frameworks,
    behaviours,
    empty: new Set(empty),
    codes: codes.map(([code, phrase, digit, official, summary]) => ({ code, phrase, digit, official, summary })),
    pairs: new Set(pairs.split(" ")),
    words: words.split("\n").map((line) => {
      const [word, groups] = line.split(" ");
      const places = groups.split(",").flatMap((group) => {
        const [weight, list] = group.split(":");
        return list.split(".").map((at) => [Number(at), Number(weight)]);
      });
      return [word, places];
    }),
  });

  // Edits between two words, a swap of neighbours counting as one; more than `most` is too many.
  const edits = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      [before, last] = [last, row];
    }
    return last[other.length];
  };

  // The words of a query, without those that say nothing; with them if there are no others.
  const terms = (text, empty) => {
    const all = text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    const telling = all.filter((word) => !empty.has(word));
    return [...new Set(telling.length ? telling : all)].slice(0, 32);
  };

  // What `statuscraft search` makes of two words: 1 for the same, less for one cut short or misspelt.
  const likeness = (wanted, known) => {
    if (wanted === known) return 1;
    if (/^\d+$/.test(wanted) || /^\d+$/.test(known)) return 0;
    const [short, long] = wanted.length < known.length ? [wanted, known] : [known, wanted];
    if (short.length > 2 && long.startsWith(short)) {
      return long.length - short.length <= Math.min(3, short.length - 2) ? 0.85 : 0.5;
    }
    const most = wanted.length > 7 ? 2 : wanted.length > 3 ? 1 : 0;
    if (!most || edits(wanted, known, most) > most) return 0;
    return wanted[0] === known[0] ? 0.6 : 0.3;
  };

  // The pages of frameworks and behaviours whose name has all words.
  const named = (wanted, { frameworks, behaviours }) => {
    const has = (text) => {
      const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
      return wanted.length > 0 && wanted.every((word) => words.includes(word));
    };
    const whole = (name) => wanted.length > 1 && name === wanted.join("-");
    const page = (path, name, about) => ({ path, digit: "", name, text: "", about });
    return {
      first: [
        ...frameworks.filter(([id, title, aliases]) => has(`${id} ${title} ${aliases}`))
          .map(([id, title]) => page(`frameworks/${id}.html`, title, "Examples for every code")),
        ...behaviours.filter(([name]) => whole(name))
          .map(([name, asks]) => page(`behaviour/${name}.html`, name, asks)),
      ],
      last: behaviours.filter(([name]) => !whole(name) && has(name)).slice(0, 3)
        .map(([name, asks]) => page(`behaviour/${name}.html`, name, asks)),
    };
  };

  const search = (index, query) => {
    const { codes, empty, words, pairs } = index;
    const wanted = terms(query, empty);
    const numbers = wanted.filter((word) => /^\d{1,3}$/.test(word));
    const scores = codes.map(() => 0);
    const hits = codes.map(() => 0);
    const nearest = codes.map(() => 0);
    let unmatched = false;
    for (const term of wanted) {
      const best = new Map();
      // A word that is known is not misspelt.
      const least = words.some(([word]) => word === term) ? 0.85 : 0;
      for (const [word, places] of words) {
        const like = likeness(term, word);
        if (!like || like < least) continue;
        // A word that few codes have says more.
        const rare = Math.log(1 + codes.length / places.length);
        for (const [at, weight] of places) {
          nearest[at] = Math.max(nearest[at], like);
          // Similar words in other texts count a little, as the same word would.
          const [known, one] = [best.get(at) ?? 0, weight * like * rare];
          best.set(at, Math.max(known, one) + Math.min(known, one) * 0.25);
        }
      }
      // A number may not be finished yet.
      codes.forEach(({ code }, at) => {
        if (!/^\d+$/.test(term) || !`${code}`.startsWith(term)) return;
        best.set(at, Math.max(best.get(at) ?? 0, 99));
        nearest[at] = 1;
      });
      unmatched ||= best.size === 0;
      for (const [at, score] of best) {
        scores[at] += score;
        hits[at] += 1;
      }
    }
    // Whoever knows the name of a code looks for just this code.
    const letters = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
    const meant = codes.findIndex(({ code, phrase }) => [`${code}`, letters(phrase)].includes(letters(query)));
    if (meant >= 0) scores[meant] += Math.max(...scores, 1);
    const ranked = codes
      .map((it, at) => ({ ...it, score: scores[at] * (hits[at] / wanted.length) ** 2 * (it.official ? 1 : 0.6) }))
      // If a word matches nothing, the others must match more than roughly.
      .filter(({ score }, at) => score > 0 && (!unmatched || nearest[at] >= 0.85))
      .sort((one, other) => other.score - one.score || other.official - one.official || one.code - other.code);
    const pages = named(wanted, index);
    const found = ranked
      .filter(({ score }) => score >= ranked[0].score * 0.15)
      .slice(0, 8 - pages.last.length)
      .map(({ code, phrase, digit, official, summary }) => ({
        path: `codes/${code}.html`, digit, name: code, text: phrase + (official ? "" : " (unofficial)"), about: summary,
      }));
    const [one, other] = numbers.map(Number).sort((a, b) => a - b);
    if (numbers.length === 2 && pairs.has(`${one}-${other}`)) {
      found.unshift({ path: `compare/${one}-${other}.html`, digit: String(one)[0], name: one, text: `or ${other}`, about: "Side by side" });
    }
    return [...pages.first, ...found, ...pages.last];
  };

  window.statuscraftSearch = (index) => {
    const known = read(index);
    return (query) => search(known, query);
  };
})();
