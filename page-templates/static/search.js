// Searches the index in `index.js`, and ranks as `statuscraft search` does (`src/pages/search.rs`).
(() => {
  "use strict";

  // `3.4.0` is 3, 7, 7: each number is the distance from the one before.
  const numbers = (spaced) => {
    let last = 0;
    return spaced.split(".").map((distance) => (last += Number(distance)));
  };

  // A line of texts is `WEIGHT LENGTH CODES`, a line of words `WORD TEXTS`.
  const read = ({ codes, empty, texts, words, pairs, frameworks, behaviours }) => ({
    frameworks,
    behaviours,
    empty: new Set(empty),
    codes: codes.map(([code, phrase, digit, official, summary, others]) => ({ code, phrase, digit, official, summary, others })),
    pairs: new Set(pairs.split(" ")),
    texts: texts.split("\n").map((line) => {
      const [weight, length, places] = line.split(" ");
      // A word counts more in a short text than in a long one.
      return { weight: weight / (1 + length / 20), places: numbers(places) };
    }),
    words: new Map(words.split("\n").map((line) => {
      const [word, places] = line.split(" ");
      return [word, numbers(places)];
    })),
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
    const all = text.slice(0, 10_000).toLowerCase().split(/[^\p{Alphabetic}\p{N}]+/u).filter(Boolean);
    const telling = all.filter((word) => !empty.has(word));
    return [...new Set(telling.length ? telling : all)].slice(0, 32);
  };

  // From this likeness on, a word is the wanted one in another form.
  const complete = 0.85;

  // What `statuscraft search` makes of two words: 1 for the same, less for one cut short or misspelt.
  const likeness = (wanted, known) => {
    if (wanted === known) return 1;
    if (/^\d+$/.test(wanted) || /^\d+$/.test(known)) return 0;
    const [short, long] = wanted.length < known.length ? [wanted, known] : [known, wanted];
    if (short.length > 2 && long.startsWith(short)) {
      return long.length - short.length <= Math.min(3, short.length - 2) ? complete : 0.5;
    }
    const most = wanted.length > 7 ? 2 : wanted.length > 3 ? 1 : 0;
    if (!most || edits(wanted, known, most) > most) return 0;
    return wanted[0] === known[0] ? 0.6 : 0.3;
  };

  // The pages of frameworks and behaviours whose name has all words.
  const named = (wanted, { frameworks, behaviours }) => {
    const has = (text) => {
      const words = text.toLowerCase().split(/[^\p{Alphabetic}\p{N}]+/u);
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

  const letters = (text) => text.toLowerCase().replace(/[^\p{Alphabetic}\p{N}]/gu, "");

  // Whoever types the name of a code, or a status line, looks for just this code.
  const isName = ({ code, phrase, others }, query) => {
    const named = (text) => [phrase, ...others].some((name) => letters(name) === letters(text));
    if (query.trim() === `${code}`) return true;
    const [, number, rest] = query.trim().match(/^(?:http(?:\/[\d.]*)?\s+)?(\d{3})(?![^\s:])[\s:]*(.*)$/is) ?? [];
    return number ? number === `${code}` && (!rest || named(rest)) : named(query);
  };

  // The score of a word that has these in several texts.
  const together = (scores) => {
    const highest = Math.max(0, ...scores);
    return highest + (scores.reduce((sum, score) => sum + score, 0) - highest) * 0.25;
  };

  // For each code the scores of its texts that have a word like the wanted one, by text, and the greatest likeness.
  const matches = ({ codes, texts, words }, wanted) => {
    const found = codes.map(() => ({ scores: new Map(), nearest: 0 }));
    // A word that is known is not misspelt.
    const least = words.has(wanted) ? complete : 0;
    for (const [word, places] of words) {
      const like = likeness(wanted, word);
      if (!like || like < least) continue;
      // A word that few codes have says more.
      const having = new Set(places.flatMap((text) => texts[text].places));
      const rare = Math.log(1 + codes.length / having.size);
      for (const text of places) {
        const score = texts[text].weight * like * rare;
        for (const at of texts[text].places) {
          const { scores, nearest } = found[at];
          scores.set(text, Math.max(scores.get(text) ?? 0, score));
          found[at].nearest = Math.max(nearest, like);
        }
      }
    }
    return found;
  };

  // The codes that have any of the words, the best first.
  const ranked = (index, query, wanted) => {
    const all = wanted.map((word) => matches(index, word));
    // If a word matches nothing, the others must match more than roughly.
    const least = all.every((found) => found.some(({ nearest }) => nearest)) ? 0 : complete;
    const hits = index.codes.map((it, at) => {
      const mine = all.map((found) => found[at]);
      const sums = new Map();
      for (const { scores } of mine) {
        for (const [text, score] of scores) sums.set(text, (sums.get(text) ?? 0) + score);
      }
      const total = mine.reduce((sum, { scores }) => sum + together([...scores.values()]), 0);
      const share = mine.filter(({ nearest }) => nearest).length / wanted.length;
      // Words in one text count more than the same words in two.
      const score = (total + Math.max(0, ...sums.values())) * share ** 2 * (it.official ? 1 : 0.6);
      const near = Math.max(0, ...mine.map(({ nearest }) => nearest));
      // A number that stands alone may not be finished yet.
      const begun = /^\d{1,2}$/.test(wanted.join(" ")) && `${it.code}`.startsWith(wanted[0]);
      return { ...it, score: Math.max(near && near >= least ? score : 0, begun ? 99 : 0) };
    }).filter(({ score }) => score > 0);
    const best = Math.max(1, ...hits.map(({ score }) => score));
    const meant = hits.find((hit) => isName(hit, query));
    if (meant) meant.score += best;
    return hits.sort((one, other) => other.score - one.score || other.official - one.official || one.code - other.code);
  };

  const search = (index, query) => {
    const { empty, pairs } = index;
    const wanted = terms(query, empty);
    const asked = wanted.filter((word) => /^\d{1,3}$/.test(word)).map(Number).sort((a, b) => a - b);
    const hits = ranked(index, query, wanted);
    const pages = named(wanted, index);
    const found = hits
      .filter(({ score }) => score >= hits[0].score * 0.15)
      .slice(0, 8 - pages.last.length)
      .map(({ code, phrase, digit, official, summary }) => ({
        path: `codes/${code}.html`, digit, name: code, text: phrase + (official ? "" : " (unofficial)"), about: summary,
      }));
    const [one, other] = asked;
    if (asked.length === 2 && pairs.has(`${one}-${other}`)) {
      found.unshift({ path: `compare/${one}-${other}.html`, digit: String(one)[0], name: one, text: `or ${other}`, about: "Side by side" });
    }
    return [...pages.first, ...found, ...pages.last];
  };

  window.statuscraftSearch = (index) => {
    const known = read(index);
    return (query) => search(known, query);
  };
})();
