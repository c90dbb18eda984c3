// Checks figures with Plotly.validate of the real plotly.js: node validate.cjs MODULES FOLDER
// Prints one line of JSON for each figure with a complaint, then "checked N".
const fs = require("fs");
const path = require("path");
const [modules, folder] = process.argv.slice(2);
const { JSDOM } = require(path.join(modules, "jsdom"));

const page = new JSDOM("<!doctype html><body></body>", { runScripts: "outside-only", pretendToBeVisual: true });
// jsdom has no object URLs; plotly.js asks for one while it loads.
page.window.URL.createObjectURL ??= () => "";
page.window.eval(fs.readFileSync(path.join(modules, "plotly.js-basic-dist-min", "plotly-basic.min.js"), "utf8"));

const names = fs.readdirSync(folder).filter((name) => name.endsWith(".json")).sort();
for (const name of names) {
  // Parsed inside the page: validate knows only the page's own arrays.
  page.window.figureText = fs.readFileSync(path.join(folder, name), "utf8");
  const complaints = page.window.eval(`(() => {
    try {
      const figure = JSON.parse(figureText);
      return (Plotly.validate(figure.data, figure.layout) || []).map((complaint) => complaint.msg);
    } catch (error) {
      return ["plotly.js threw " + error.message];
    }
  })()`);
  const reached = Array.from(complaints);
  if (reached.length > 0) console.log(JSON.stringify({ name, complaints: reached }));
}
console.log("checked " + names.length);
process.exit(0);
