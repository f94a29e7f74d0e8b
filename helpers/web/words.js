// The reader's data and its words in the language chosen: what comes from Python comes as [Arabic, English].

/** Claims, acts and doubts with what many of them share, which comes once, in its place. */
function spread({ claims, acts, queue, shared }) {
  const all = (name, places) => places.map((place) => shared[name][place]);
  return {
    claims: claims.map((claim) => ({
      ...claim,
      facts: all("facts", claim.facts),
      values: Object.fromEntries(all("values", claim.values)),
      same: shared.matters[claim.same] ?? [],
    })),
    acts: acts.map((act) => ({ ...act, chain: all("tellers", act.chain) })),
    queue: queue.map((doubted) => ({ ...doubted, signs: all("signs", doubted.signs) })),
  };
}

export class Words {
  constructor(data, lang) {
    this.lang = lang;
    this.load(data);
  }

  /** Takes the data in, and again when they have changed. */
  load(data) {
    Object.assign(this, data, spread(data));
    this.ofClaim = data.claims.map(() => ({})); // the marks of each claim by kind
    this.ofAct = data.acts.map(() => ({}));
    data.marks.forEach(([kind, claim, act], mark) => {
      if (claim !== null) (this.ofClaim[claim][kind] ??= []).push(mark);
      if (act !== null) (this.ofAct[act][kind] ??= []).push(mark);
    });
    this.signsOf = new Map(this.queue.map(({ claim, signs }) => [claim, signs]));
    this.claimsOf = data.acts.map(() => []);
    data.claims.forEach((claim, i) => claim.act !== null && this.claimsOf[claim.act].push(i));
  }

  in(pair) {
    return pair[this.lang === "ar" ? 0 : 1];
  }

  /** A phrase of the interface, filled in. */
  say(key, values = {}) {
    return this.in(this.phrases[key]).replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  /** A phrase of the interface in both languages. */
  both(key) {
    return this.phrases[key];
  }

  /** What a field that can be corrected is called, in both languages. */
  fieldName(field) {
    return this.form.named[field] ?? this.form.fields.find((known) => known.field === field).name;
  }

  /** What a value of such a field is called, in both languages. */
  fieldValue(field, value) {
    const known = this.form.fields.find((asked) => asked.field === field)?.options.find(([code]) => code === value);
    return known?.[1] ?? [value || "—", value || "—"];
  }

  /** Notes the rows of a decision on a claim in its history, and what the claim is left at. */
  note(i, rows) {
    const [{ decision, coder, day, reason }] = rows;
    const back = decision === "withdraw";
    const value = ({ field, value }, k) => (back ? "" : ` = ${this.fieldValue(field, value)[k]}`);
    const change = (row, k) => (row.field ? `: ${this.fieldName(row.field)[k]}${value(row, k)}` : "");
    const what = rows.map((row) => this.form.said[decision].map((said, k) => said + change(row, k)));
    const fields = rows.map(({ field }) => field);
    const lines = (this.history[i] ??= []);
    const taken = back && lines.findLast((line) => line.last && line.coder === coder && line.fields.join() === fields.join());
    if (taken) {
      taken.stands = false;
      taken.what = taken.what.map((pair) => pair.map((said, k) => this.both("undo_taken")[k].replace("{what}", () => said)));
    }
    lines.push({ decision, fields, what, coder, day, reason, stands: !back, last: false });
    const later = new Set(); // the last of a person on a field goes first
    const keys = (line) => line.fields.map((field) => `${line.coder}\n${field}`);
    for (const line of lines.toReversed()) {
      line.last = line.stands && keys(line).every((key) => !later.has(key));
      if (line.stands) keys(line).forEach((key) => later.add(key));
    }
    this.claims[i].decided = lines.findLast(({ stands }) => stands)?.decision ?? "";
  }

  /** What is said while another language is spoken. */
  inOther(lang, say) {
    const own = this.lang;
    this.lang = lang;
    const said = say();
    this.lang = own;
    return said;
  }

  /** What a claim's value for a filter is called. */
  term(filter, claim) {
    return this.value(filter, claim[filter]);
  }

  value(filter, value) {
    return this.in(filter === "report" ? this.reports[value].name : this.terms[filter][value]);
  }

  /** The values of a filter with how many claims have each: reports in their order, others by number. */
  counted(filter) {
    const counts = new Map(filter === "report" ? this.reports.map((_, i) => [i, 0]) : []);
    for (const claim of this.claims) counts.set(claim[filter], (counts.get(claim[filter]) ?? 0) + 1);
    return filter === "report" ? [...counts] : [...counts].sort((a, b) => b[1] - a[1]);
  }
}
