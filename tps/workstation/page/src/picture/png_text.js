// A word in a PNG file: what the picture shows, for whoever finds the file alone (iTXt chunk, UTF-8).

const IEND_BYTES = 12;

const TABLE = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc(bytes) {
  let c = 0xffffffff;
  for (const byte of bytes) c = TABLE[(c ^ byte) & 0xff] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

/** The file (a Blob) with a text under a keyword, put before its end. */
export async function withText(blob, keyword, text) {
  const file = new Uint8Array(await blob.arrayBuffer());
  const encode = (value) => new TextEncoder().encode(value);
  // Keyword, end, not compressed, no language, no translated keyword.
  const body = [...encode("iTXt"), ...encode(keyword), 0, 0, 0, 0, 0, ...encode(text)];
  const chunk = new Uint8Array(body.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length - 4);
  chunk.set(body, 4);
  view.setUint32(body.length + 4, crc(body));
  const end = file.length - IEND_BYTES;
  return new Blob([file.slice(0, end), chunk, file.slice(end)], { type: "image/png" });
}
