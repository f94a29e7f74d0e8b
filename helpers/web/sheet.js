// Decisions made on a page without Python: checked as far as a page can, and written as decisions.csv.

const STEERING = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/;
const RUNS = /^[ \u00a0\u200b\u200e\u200f\ufeff]*[=+\-@＝＋－＠]/;
const NUMBER = /^\d+(\.\d+)?$/;

/** A text in one line. */
export function oneLine(text) {
  return text.trim().replace(/\s+/g, " ");
}

/** What is wrong with a decision, as a phrase's key and its values; nothing where nothing is. */
export function fault({ decision, coder, reason, values }, words, now) {
  const what = (field) => words.in(words.fieldName(field));
  if (!decision) return ["fault_decision"];
  if (!coder) return ["fault_coder"];
  if (!reason && decision !== "accept") return ["fault_reason"];
  if (STEERING.test(coder)) return ["fault_steering", { what: words.say("decide_coder") }];
  if (STEERING.test(reason)) return ["fault_steering", { what: words.say("decide_reason") }];
  if (decision !== "correct") return undefined;
  const { low, best, high, date_low, date_high } = values;
  const shape = words.form.shapes[values.precision];
  const lacking = shape && values.precision !== "vague" && shape.find((field) => !values[field]);
  const wrong = lacking ?? ["low", "best", "high"].find((field) => values[field] && !NUMBER.test(values[field]));
  if (wrong) return ["fault_number", { what: what(wrong), value: values[wrong] || "—" }];
  if (low && high && Number(low) > Number(high)) return ["fault_order"];
  if (date_low && date_high && date_low > date_high) return ["fault_days"];
  const odd = Object.entries(values).find(([, value]) => STEERING.test(value) || RUNS.test(value));
  if (odd) return [STEERING.test(odd[1]) ? "fault_steering" : "fault_formula", { what: what(odd[0]) }];
  return Object.entries(values).some(([field, value]) => value !== (now[field] ?? "")) ? undefined : ["fault_nothing"];
}

/** The rows that a decision makes, one for each field that gets another value. */
export function rowsOf({ claim, decision, coder, reason, values }, now) {
  const row = { claim, decision, field: "", value: "", coder: inert(coder), day: today(), reason: inert(reason) };
  if (decision !== "correct") return [row];
  const changed = Object.entries(values).filter(([field, value]) => value !== (now[field] ?? ""));
  return changed.map(([field, value]) => ({ ...row, field, value }));
}

/** The rows that take a decision back, one for each of its fields. */
export function withdrawn({ claim, decision, coder, reason, fields }) {
  const row = { claim, decision, value: "", coder: inert(coder), day: today(), reason: inert(reason) };
  return fields.map((field) => ({ ...row, field }));
}

/** A name as it stands in a file. */
export function signed(name) {
  return inert(oneLine(name));
}

/** Rows as a CSV file that spreadsheets open too. */
export function csv(columns, rows) {
  const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [columns, ...rows.map((row) => columns.map((name) => row[name]))].map((line) => line.map(cell).join(","));
  return `\ufeff${lines.join("\n")}\n`;
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** A text that a spreadsheet would run gets an apostrophe before it. */
function inert(text) {
  return RUNS.test(text) ? `'${text}` : text;
}
