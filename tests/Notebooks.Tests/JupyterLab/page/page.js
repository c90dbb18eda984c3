// What JupyterLab does with the cells of a notebook: its session, its output areas and its renderers, without the rest of it.
import { SessionContext } from "@jupyterlab/apputils";
import { OutputArea, OutputAreaModel } from "@jupyterlab/outputarea";
import { RenderMimeRegistry, standardRendererFactories } from "@jupyterlab/rendermime";
import { KernelManager, KernelSpecManager, SessionManager } from "@jupyterlab/services";
import { Widget } from "@lumino/widgets";

const rendermime = new RenderMimeRegistry({ initialFactories: standardRendererFactories });
const cells = [];
let session;

const kernel = () => session.session.kernel;

function attach(model) {
  const area = new OutputArea({ model, rendermime, contentFactory: OutputArea.defaultContentFactory });
  area.addClass("jp-Cell-outputArea");
  Widget.attach(area, document.getElementById("cells"));
  return area;
}

// Output areas draw on the browser's next frame.
const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));

window.kilnLab = {
  async open(path, name) {
    const kernelManager = new KernelManager();
    session = new SessionContext({
      kernelManager,
      sessionManager: new SessionManager({ kernelManager }),
      specsManager: new KernelSpecManager(),
      path,
      type: "notebook",
      kernelPreference: { name, shutdownOnDispose: true },
    });
    await session.initialize();
    await session.ready;
    await kernel().info;
  },

  close: () => kernel().shutdown(),

  // Cells that a person runs are trusted.
  start(code) {
    const area = attach(new OutputAreaModel({ trusted: true }));
    const cell = { area, reply: undefined };
    cell.ended = OutputArea.execute(code, area, session).then(async reply => {
      cell.reply = reply.content;
      await drawn();
    });
    return cells.push(cell) - 1;
  },

  wait: place => cells[place].ended,

  reply: place => cells[place].reply,

  // What a notebook of somebody else shows: the stored outputs, without trust.
  async reopen(place, trusted) {
    const area = attach(new OutputAreaModel({ trusted, values: cells[place].area.model.toJSON() }));
    await drawn();
    return cells.push({ area }) - 1;
  },

  outputs: place => cells[place].area.model.toJSON(),

  interrupt: () => kernel().interrupt(),

  language: async () => (await kernel().info).language_info,

  complete: async (code, cursor_pos) => (await kernel().requestComplete({ code, cursor_pos })).content,

  // Sends one message to a comm of the kernel and gives what comes back.
  ask: (target, data) =>
    new Promise(done => {
      const comm = kernel().createComm(target);
      comm.onMsg = message => done(message.content.data);
      comm.open({});
      comm.send(data);
    }),
};
