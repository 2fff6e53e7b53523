/* A chart as a PNG, with what it is and what it rests on. The pictures become addresses with their data inside, which the
   content policy lets into an image. */

const WIDTH = 1360;
const EDGE = 40;
/* What of an element's look a picture that stands alone has to say itself. */
const LOOK = "fill stroke stroke-width stroke-dasharray stroke-opacity font-size font-weight text-anchor".split(" ");
const FAMILY = "Lato, Arial, Helvetica, sans-serif";

/** @type {(svg: SVGSVGElement) => Promise<HTMLImageElement>} */
const image = async (svg) => {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  const copies = copy.querySelectorAll("*");
  for (const [at, element] of svg.querySelectorAll("*").entries()) {
    const look = getComputedStyle(element);
    for (const name of LOOK) copies[at].setAttribute(name, look.getPropertyValue(name));
  }
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("font-family", FAMILY);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const made = new Image();
  made.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await made.decode();
  return made;
};

/* Words of a paragraph in lines that fit. */
/** @type {(pen: CanvasRenderingContext2D, text: string) => string[]} */
const lines = (pen, text) => {
  const found = [""];
  for (const word of text.split(/\s+/)) {
    const longer = `${found[found.length - 1]} ${word}`.trim();
    if (pen.measureText(longer).width <= WIDTH) found[found.length - 1] = longer;
    else found.push(word);
  }
  return found;
};

/* `texts`: paragraphs above and below the pictures, each with its font. */
/** @type {(svgs: SVGSVGElement[], above: string[][], below: string[][]) => Promise<Blob | null>} */
export const pngOf = async (svgs, above, below) => {
  const images = await Promise.all(svgs.map(image));
  const canvas = document.createElement("canvas");
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const look = getComputedStyle(document.body);
  /* Once to see how tall it is, once to draw. */
  /** @param {boolean} draws */
  const drawn = (draws) => {
    let top = EDGE;
    /** @param {string[][]} texts */
    const write = (texts) => {
      for (const [font, text] of texts) {
        pen.font = `${font} ${FAMILY}`;
        const size = Number(/(\d+)px/.exec(font)?.[1]);
        for (const line of lines(pen, text)) {
          top += size * 1.35;
          if (draws) pen.fillText(line, EDGE, top - size * 0.3);
        }
      }
      top += EDGE / 2;
    };
    write(above);
    for (const one of images) {
      const tall = (one.height / one.width) * WIDTH;
      if (draws) pen.drawImage(one, EDGE, top, WIDTH, tall);
      top += tall;
    }
    write(below);
    return top + EDGE / 2;
  };
  canvas.height = Math.ceil(drawn(false));
  canvas.width = WIDTH + 2 * EDGE;
  pen.fillStyle = look.backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = look.color;
  drawn(true);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
};
