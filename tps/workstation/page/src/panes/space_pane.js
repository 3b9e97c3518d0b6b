// Targets, organs, needles and seeds in space. It only turns: nothing can be moved here.
import * as three from "three";
import { OrbitControls } from "three/addons/controls/OrbitControls.js";
import { app, emit, moveCursor, on, select, shownPlan } from "../core/store.js";
import { el, perFrame } from "../core/dom.js";
import { t } from "../core/texts.js";

const NEEDLE_RADIUS_MM = 0.7;
const SEED_RADIUS_MM = 1.1;
const CLICK_PX = 4;
/** A region this large fills the picture, mm from its middle. */
const LARGE_MM = 70;
/** A picture that takes longer than this is drawn only once the hand rests: slices and dose come first. */
const SLOW_MS = 8;
const REST_MS = 250;
const ROD = new three.CylinderGeometry(1, 1, 1, 10);
const UPRIGHT = new three.Vector3(0, 1, 0);
/** Looking from the patient's front left, a little from above; patient axes: x left, y posterior, z superior. */
const LOOK_FROM = [0.45, -0.8, 0.4];

export class SpacePane {
  constructor() {
    this.name = "space";
    this.node = el("section", { class: "pane space", tabindex: 0, "data-pane": "space", role: "group", "aria-label": t("pane.space.label") });
    this.node.append(el("div", { class: "pane-title", text: t("pane.space") }));
    this.node.addEventListener("focus", () => {
      app.display.active = "space";
      emit("layout");
    });
    this.draw = perFrame(() => this.drawNow());
    // Asked for by hand: where there is none, three.js would call that an error.
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("webgl2", { antialias: true });
    if (context) this.renderer = new three.WebGLRenderer({ canvas, context });
    else {
      this.node.append(el("p", { class: "empty", role: "note", text: t("pane.space.none") }));
      return;
    }
    this.build();
  }

  build() {
    this.node.prepend(this.renderer.domElement);
    this.renderer.setClearColor(0x0b0e12);
    this.renderer.domElement.setAttribute("aria-hidden", "true");
    this.renderer.domElement.addEventListener("webglcontextrestored", () => this.draw());
    this.scene = new three.Scene();
    this.camera = new three.PerspectiveCamera(30, 1, 1, 5000);
    this.camera.up.set(0, 0, 1);
    this.light = new three.DirectionalLight(0xffffff, 2.2);
    this.scene.add(this.light, new three.AmbientLight(0xffffff, 1.1));
    this.surfaces = new three.Group();
    this.implant = new three.Group();
    this.cross = new three.AxesHelper(12);
    this.cross.setColors(0xffffff, 0xffffff, 0xffffff);
    this.scene.add(this.surfaces, this.implant, this.cross);
    this.controls = new OrbitControls(this.camera, this.renderer.domElement);
    this.controls.addEventListener("change", () => this.draw());
    this.letters = ["L", "R", "P", "A", "S", "I"].map((text) => el("span", { class: "letter free", text }));
    this.node.append(...this.letters);
    new ResizeObserver(() => this.resize()).observe(this.node);
    this.rods = new Map();
    this.slow = true;
    on("plan selection", () => this.drawImplant());
    on("preview", () => this.follow(() => this.drawImplant()));
    on("cursor", () => this.follow(() => this.draw()));
    on("display", () => this.showSurfaces());
    this.listenToClicks();
    this.drawImplant();
    this.reset();
  }

  resize() {
    const { clientWidth: width, clientHeight: height } = this.node;
    if (!this.renderer || !width || !height) return;
    this.renderer.setPixelRatio(window.devicePixelRatio || 1);
    this.renderer.setSize(width, height, false);
    this.camera.aspect = width / height;
    this.camera.updateProjectionMatrix();
    this.draw();
  }

  /** `surfaces` as /api/surfaces; `structures` of the state say which colour. */
  setSurfaces(surfaces, structures) {
    if (!this.renderer) return;
    for (const structure of structures) {
      const surface = surfaces[structure.key];
      if (!surface) continue;
      const geometry = new three.BufferGeometry();
      geometry.setAttribute("position", new three.BufferAttribute(new Float32Array(bytes(surface.points)), 3));
      geometry.setIndex(new three.BufferAttribute(new Uint32Array(bytes(surface.triangles)), 1));
      geometry.computeVertexNormals();
      const target = structure.kind === "target";
      geometry.computeBoundingSphere();
      // Of what is as large as a lung a trace is enough: everything is seen through it.
      const large = geometry.boundingSphere.radius > LARGE_MM;
      const material = new three.MeshLambertMaterial({
        color: structure.colour, transparent: true, opacity: target ? 0.5 : structure.kind === "body" || large ? 0.06 : 0.22, depthWrite: false, side: three.DoubleSide,
      });
      const mesh = new three.Mesh(geometry, material);
      mesh.userData = { name: structure.name };
      mesh.renderOrder = target ? 1 : 2;
      this.surfaces.add(mesh);
    }
    this.showSurfaces();
    this.measure();
  }

  showSurfaces() {
    for (const mesh of this.surfaces.children) mesh.visible = app.display.contours && !app.display.hidden.has(mesh.userData.name);
    this.draw();
  }

  /** Does what the hand's moves ask for: at once where drawing is fast, else when the hand rests. */
  follow(action) {
    clearTimeout(this.waiting);
    if (this.slow) this.waiting = setTimeout(action, REST_MS);
    else action();
  }

  /** Whether this machine draws the picture slowly, as one without a graphics card does. */
  measure() {
    const gl = this.renderer.getContext();
    const pixel = new Uint8Array(4);
    const begun = performance.now();
    this.drawNow();
    // Reading a pixel waits until the picture is there.
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
    this.slow = performance.now() - begun > SLOW_MS;
  }

  drawImplant() {
    if (!this.renderer) return;
    const plan = shownPlan();
    const used = new Set();
    for (const needle of plan?.needles ?? []) {
      const chosen = needle.id === app.selection.needle;
      const colour = chosen ? 0xffffff : needle.rules.length ? 0xff8a5c : 0x9fb0c0;
      used.add(this.rod(`needle${needle.id}`, needle.entry_mm, needle.tip_mm, NEEDLE_RADIUS_MM * (chosen ? 1.5 : 1), colour, { needle: needle.id }));
    }
    const half = (plan?.seed_length_mm ?? 4.5) / 2;
    for (const seed of plan?.seeds ?? []) {
      const end = (sign) => seed.position_mm.map((x, i) => x + sign * half * seed.direction[i]);
      const colour = seed.id === app.selection.seed ? 0xffffff : 0xe69f00;
      used.add(this.rod(`seed${seed.id}`, end(-1), end(1), SEED_RADIUS_MM, colour, { needle: seed.needle, seed: seed.id }));
    }
    for (const [key, mesh] of this.rods) {
      if (used.has(key)) continue;
      this.implant.remove(mesh);
      mesh.material.dispose();
      this.rods.delete(key);
    }
    this.draw();
  }

  /** The rod of a needle or seed, made once and then moved; gives its key. */
  rod(key, from, to, radius, colour, about) {
    let mesh = this.rods.get(key);
    if (!mesh) {
      mesh = new three.Mesh(ROD, new three.MeshLambertMaterial());
      this.rods.set(key, mesh);
      this.implant.add(mesh);
    }
    const [a, b] = [new three.Vector3(...from), new three.Vector3(...to)];
    const way = b.clone().sub(a);
    mesh.material.color.setHex(colour);
    mesh.scale.set(radius, way.length(), radius);
    mesh.position.copy(a.add(b).multiplyScalar(0.5));
    mesh.quaternion.setFromUnitVectors(UPRIGHT, way.normalize());
    mesh.userData = about;
    return key;
  }

  reset() {
    if (!this.renderer) return;
    const box = new three.Box3();
    const plan = app.plan;
    for (const n of plan?.needles ?? []) box.expandByPoint(new three.Vector3(...n.entry_mm)).expandByPoint(new three.Vector3(...n.tip_mm));
    for (const c of app.contours) if (c.structure.kind === "target") box.expandByPoint(new three.Vector3(...c.centre()));
    if (box.isEmpty()) box.expandByPoint(new three.Vector3(...app.cursor)).expandByScalar(120);
    const sphere = box.getBoundingSphere(new three.Sphere());
    const away = Math.max(60, sphere.radius) * 3.6;
    this.controls.target.copy(sphere.center);
    this.camera.position.copy(sphere.center).addScaledVector(new three.Vector3(...LOOK_FROM).normalize(), away);
    this.controls.update();
    this.letterAway = Math.max(60, sphere.radius) * 0.95;
    this.draw();
  }

  drawNow() {
    if (!this.renderer) return;
    this.cross.position.set(...app.cursor);
    this.light.position.copy(this.camera.position);
    this.renderer.render(this.scene, this.camera);
    this.placeLetters();
    this.node.classList.toggle("active", app.display.active === "space");
  }

  placeLetters() {
    const { clientWidth: width, clientHeight: height } = this.node;
    this.letters.forEach((node, i) => {
      const at = this.controls.target.clone();
      at.setComponent(i >> 1, at.getComponent(i >> 1) + (i & 1 ? -1 : 1) * this.letterAway);
      at.project(this.camera);
      const inside = Math.abs(at.x) < 0.96 && Math.abs(at.y) < 0.94 && at.z < 1;
      node.style.visibility = inside ? "visible" : "hidden";
      node.style.transform = `translate(${((at.x + 1) / 2) * width - 5}px, ${((1 - at.y) / 2) * height - 8}px)`;
    });
  }

  listenToClicks() {
    const canvas = this.renderer.domElement;
    let down = null;
    canvas.addEventListener("pointerdown", (event) => (down = [event.clientX, event.clientY]));
    canvas.addEventListener("pointerup", (event) => {
      if (!down || Math.hypot(event.clientX - down[0], event.clientY - down[1]) > CLICK_PX) return;
      const box = canvas.getBoundingClientRect();
      const at = new three.Vector2(((event.clientX - box.left) / box.width) * 2 - 1, 1 - ((event.clientY - box.top) / box.height) * 2);
      const caster = new three.Raycaster();
      caster.setFromCamera(at, this.camera);
      const [hit] = caster.intersectObjects(this.implant.children);
      if (!hit) return;
      const { needle, seed } = hit.object.userData;
      select(needle, seed ?? null);
      moveCursor(hit.point.toArray());
    });
  }
}

function bytes(base64) {
  const text = atob(base64);
  const array = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) array[i] = text.charCodeAt(i);
  return array.buffer;
}
