// Validates files against JSON Schemas: [{"file": …, "schema": …}] on standard input, {file: [complaint, …]} on standard output.
// A YAML file is read as editors read it: YAML 1.2, core types.
const fs = require("fs");
const path = require("path");
const Ajv = require("ajv");
const YAML = require("yaml");

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
require("ajv-formats")(ajv);
ajv.addKeyword("patternErrorMessage"); // what editors say in place of the pattern

// The schemas of what --json prints refer to one of these.
const finding = path.join(__dirname, "../../schemas/output/finding-1.json");
ajv.addSchema(JSON.parse(fs.readFileSync(finding, "utf8")));

const validators = new Map();
function validator(schema) {
  if (!validators.has(schema)) validators.set(schema, ajv.compile(JSON.parse(fs.readFileSync(schema, "utf8"))));
  return validators.get(schema);
}

function complaints({ file, schema }) {
  const text = fs.readFileSync(file, "utf8");
  let data;
  if (file.endsWith(".json")) {
    data = JSON.parse(text);
  } else {
    const documents = YAML.parseAllDocuments(text, { version: "1.2", schema: "core", uniqueKeys: true });
    const faults = documents.flatMap((document) => document.errors.map((fault) => fault.message));
    if (documents.length !== 1) faults.push(`${documents.length} documents`);
    if (faults.length > 0) return faults;
    data = documents[0].toJS();
  }
  const validate = validator(schema);
  return validate(data) ? [] : validate.errors.map((fault) => `${fault.instancePath || "/"} ${fault.message}`);
}

const jobs = JSON.parse(fs.readFileSync(0, "utf8"));
console.log(JSON.stringify(Object.fromEntries(jobs.map((job) => [job.file, complaints(job)])), null, 1));
